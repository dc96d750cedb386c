using System.Globalization;
using Demarche.Documents;
using Demarche.Language;

namespace Demarche.Training;

/// <summary>Learns the lemmatizer's endings and its lexicon from a treebank.</summary>
public static class LemmatizerTraining
{
    // An ending seen on one word only is that word's own matter.
    const int WordsForEnding = 2;

    // What an ending takes away must stand in it, and what it adds be an ending: "people" is "person" by itself, not by its last letters.
    const int LongestAffix = 3;

    public static TrainedModel Train(TrainingRun run)
    {
        run.Report("lemmatizer", "endings", 0, 1);
        var lemmatizer = Train(run.Treebank("nlp/ud/ud-en-train.conllu.gz"));
        ModelFile.Write(run.PathOf("en/lemmatizer.model"), Lemmatizer.Kind, Lemmatizer.Version, lemmatizer.Write);
        return new TrainedModel("lemmatizer", "en/lemmatizer.model", "UD English EWT, GUM (free genres)", "CC-BY-SA-4.0 AND CC-BY-4.0", Measure(lemmatizer, run.Treebank("nlp/ud/ud-en-dev.conllu.gz")));
    }

    static Lemmatizer Train(IReadOnlyList<Document> documents)
    {
        var observed = new Dictionary<ulong, (string Form, uint Context, Counter<LemmaScript> Scripts)>();
        foreach (var (table, i, isOpening) in documents.SelectMany(Words))
        {
            var (form, lemma) = (table.Forms[i], table.Lemmas[i]);
            if (lemma == "_" && form != "_")
                continue;
            if (isOpening && Lemmatizer.IsRaised(form, table.Tags[i]) && char.IsLower(lemma[0]))
                form = form.ToLowerInvariant();
            var context = Lemmatizer.Context(form, table.Tags[i], table.FineTags[i]);
            var key = Lemmatizer.Key(context, form);
            if (!observed.TryGetValue(key, out var word))
                observed[key] = word = (form, context, new Counter<LemmaScript>());
            word.Scripts.Add(LemmaScript.Between(form, lemma));
        }
        var known = observed.Values.Select(word => FeatureHash.Of(word.Scripts.Most().Apply(word.Form))).ToHashSet();
        var scripts = new List<LemmaScript>();
        var numbers = new Dictionary<LemmaScript, ushort>();
        var endings = FindEndings(observed.Values).ToDictionary(entry => entry.Key, entry => NumberOf(entry.Value));
        // The lexicon holds what the endings get wrong; a word seen often is held as well, which saves the search.
        var words = new Dictionary<ulong, ushort>();
        foreach (var (key, (form, context, counted)) in observed)
            if (counted.Total > 20 || ByEnding(endings, context, form) is not { } number || scripts[number].Apply(form) != counted.Most().Apply(form))
                words[key] = NumberOf(counted.Most());
        var usual = new Dictionary<ulong, ushort>();
        foreach (var context in observed.Values.GroupBy(word => word.Context))
        {
            var counter = new Counter<LemmaScript>();
            foreach (var word in context)
                counter.Add(word.Scripts.Most());
            // Only inflected forms have another reading of their ending, and only one of the same case: "Constitution" stays as it is.
            var most = counter.Most();
            var others = counter.Keys.Where(script => most.Removed.Length > 0 && script.Case == most.Case && counter[script] > 2
                && script.Removed.Length > 0
                && script.Removed.Length <= (script.Added.Length > 0 ? LongestAffix : LongestAffix - 1) && script.Added.Length <= LongestAffix);
            foreach (var (rank, script) in others.OrderByDescending(script => counter[script]).Take(Lemmatizer.UsualScripts).Index())
                usual[Lemmatizer.UsualKey(context.Key, rank)] = NumberOf(script);
        }
        return new Lemmatizer([.. scripts], words, endings, usual, known);

        ushort NumberOf(LemmaScript script)
        {
            if (!numbers.TryGetValue(script, out var number))
            {
                numbers[script] = number = checked((ushort)scripts.Count);
                scripts.Add(script);
            }
            return number;
        }
    }

    static IEnumerable<(TokenTable Table, int Word, bool IsOpening)> Words(Document document)
    {
        var tagging = new Tagging(document.Tokens.Tags, document.Tokens.FineTags, document.Tokens.Features);
        foreach (var sentence in document.Sentences)
        {
            var opening = Lemmatizer.OpeningWord(tagging, sentence);
            for (var i = sentence.First; i < sentence.End; i++)
                yield return (document.Tokens, i, i == opening);
        }
    }

    static ushort? ByEnding(Dictionary<ulong, ushort> endings, uint context, string form)
    {
        for (var length = Math.Min(Lemmatizer.LongestEnding, form.Length); length >= 0; length--)
            if (endings.TryGetValue(Lemmatizer.EndingKey(context, form, length), out var script))
                return script;
        return null;
    }

    /// <summary>The usual script of each ending, without those that the next shorter ending says already.</summary>
    static Dictionary<ulong, LemmaScript> FindEndings(IEnumerable<(string Form, uint Context, Counter<LemmaScript> Scripts)> words)
    {
        var counters = new Dictionary<ulong, (Counter<LemmaScript> Scripts, ulong Shorter, int Length)>();
        foreach (var (form, context, scripts) in words)
            for (var length = 0; length <= Math.Min(Lemmatizer.LongestEnding, form.Length); length++)
            {
                var key = Lemmatizer.EndingKey(context, form, length);
                if (!counters.TryGetValue(key, out var ending))
                    counters[key] = ending = (new Counter<LemmaScript>(), length == 0 ? key : Lemmatizer.EndingKey(context, form, length - 1), length);
                if (scripts.Most() is var script && script.Removed.Length <= length && script.Added.Length <= LongestAffix)
                    ending.Scripts.Add(script);
            }
        var result = new Dictionary<ulong, LemmaScript>();
        foreach (var (key, (scripts, shorter, length)) in counters.Where(entry => entry.Value.Scripts.Total > 0).OrderBy(entry => entry.Value.Length))
        {
            if (length > 0 && (scripts.Total < WordsForEnding || Inherited(shorter) == scripts.Most()))
                continue;
            result[key] = scripts.Most();
        }
        return result;

        LemmaScript? Inherited(ulong key)
        {
            while (true)
            {
                if (result.TryGetValue(key, out var script))
                    return script;
                var (_, shorter, length) = counters[key];
                if (length == 0)
                    return null;
                key = shorter;
            }
        }
    }

    static string Measure(Lemmatizer lemmatizer, IReadOnlyList<Document> documents)
    {
        int words = 0, right = 0;
        foreach (var document in documents)
        {
            var table = document.Tokens;
            var found = lemmatizer.Lemmatize(table.Forms, new Tagging(table.Tags, table.FineTags, table.Features), document.Sentences);
            for (var i = 0; i < table.Count; i++)
            {
                words++;
                right += found[i] == table.Lemmas[i] || table.Lemmas[i] == "_" ? 1 : 0;
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"lemmas {100.0 * right / words:F2} (gold tags)");
    }
}
