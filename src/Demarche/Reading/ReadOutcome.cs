using Demarche.Documents;

namespace Demarche.Reading;

/// <summary>One article, or why one input, or one place inside it, gave none. Exactly one of the two is there.</summary>
public readonly record struct ReadOutcome(Article? Article, ReadFailure? Failure)
{
    public static ReadOutcome Of(Article article) => new(article, null);

    public static ReadOutcome Failed(string input, string reason) => new(null, new ReadFailure(input, reason));
}

/// <summary>An input that could not be read.</summary>
/// <param name="Input">What the user named, with the place inside it: <c>day.jsonl:17</c>, <c>week.zip/monday.html</c>.</param>
/// <param name="Reason">For people; never repeats the input.</param>
public sealed record ReadFailure(string Input, string Reason)
{
    public override string ToString() => $"{Input}: {Reason}";
}
