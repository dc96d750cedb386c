using Demarche.Documents;
using Demarche.Language;
using Demarche.Language.Names;

namespace Demarche.Training;

/// <summary>Exact-span F1 of persons, organisations and locations, for the manifest.</summary>
static class NameMeasure
{
    public static double F1(NameModel model, NameCorpus gold, SyntaxParser parser)
    {
        var finder = new NameFinder(model);
        int right = 0, told = 0, wanted = 0;
        foreach (var document in gold.Documents)
        {
            var parsed = LabelledDocument.Parse(document, parser);
            var want = document.Zip(parsed.Places, (sentence, place) => Names(sentence, place.First)).SelectMany(names => names).Where(Counts).ToHashSet();
            var have = finder.Find(parsed.Forms, parsed.Places, parsed.Syntax).Where(Counts).ToList();
            right += have.Count(want.Contains);
            told += have.Count;
            wanted += want.Count;
        }
        return 2.0 * right / Math.Max(1, told + wanted);
    }

    static bool Counts(Name name) => name.Kind != NameKind.Miscellaneous;

    static IEnumerable<Name> Names(LabelledSentence sentence, int first)
    {
        for (var i = 0; i < sentence.Labels.Length;)
        {
            var end = i + 1;
            if (sentence.Labels[i] != NameLabel.Outside)
            {
                while (end < sentence.Labels.Length && NameLabel.IsLater(sentence.Labels[end]))
                    end++;
                yield return new Name(NameLabel.Kind(sentence.Labels[i]), first + i, first + end);
            }
            i = end;
        }
    }
}
