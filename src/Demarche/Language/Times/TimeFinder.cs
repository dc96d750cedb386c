using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Language.Times;

/// <summary>
/// Finds expressions of time and says which days they mean, seen from the day of publication: a weekday or month without a
/// year is the latest one unless its clause looks forward ("will", "is scheduled"); "a year later" counts from the last
/// full date the text has given. Values are TIMEX3 (TimeML 1.2.1), days are whole days.
/// </summary>
public sealed class TimeFinder(Calendar calendar)
{
    /// <summary>Times in text order; they do not overlap and never cross sentences.</summary>
    public ImmutableArray<TimeExpression> Find(string text, TokenTable tokens, ImmutableArray<Sentence> sentences, PublicationDate published)
    {
        var classes = new TimeWord[tokens.Count];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = calendar.ClassOf(tokens.Forms[i]);

        var found = ImmutableArray.CreateBuilder<TimeExpression>();
        var scan = new TimeScan(calendar, text, tokens, classes, published.Day);
        foreach (var sentence in sentences)
            scan.Read(sentence, found);
        return found.ToImmutable();
    }
}
