using System.Collections.Frozen;
using System.Collections.Immutable;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;

namespace Demarche.Linking;

/// <summary>Words that say which way a relation goes, from <c>data/linking/courses.tsv</c>, and the names of states.</summary>
public sealed class CourseWords
{
    const string CoursesPath = "data/linking/courses.tsv";

    readonly FrozenSet<string> nouns;
    readonly FrozenSet<string> against;
    readonly StateNames states;

    CourseWords(ImmutableArray<(string, bool, ImmutableArray<string>)> courses, FrozenSet<string> nouns, FrozenSet<string> against, StateNames states)
    {
        Courses = courses;
        this.nouns = nouns;
        this.against = against;
        this.states = states;
    }

    /// <summary>Course, whether it needs a noun of relation beside it, and the stems in a row.</summary>
    internal ImmutableArray<(string Course, bool NeedsNoun, ImmutableArray<string> Stems)> Courses { get; }

    public static CourseWords Load(DataFolder data, StateNames states)
    {
        var courses = ImmutableArray.CreateBuilder<(string, bool, ImmutableArray<string>)>();
        HashSet<string> nounStems = new(StringComparer.Ordinal), againstStems = new(StringComparer.Ordinal);
        using var table = new TsvFile(data.Open(CoursesPath), CoursesPath, "course", "use", "words");
        while (table.Read())
        {
            string course = table[table.Column("course")], use = table[table.Column("use")];
            var isNoun = (course, use) is ("relation", "noun");
            var isAgainst = (course, use) is ("against", "sanctions");
            if (!isNoun && !isAgainst && (course is not ("closer" or "apart") || use is not ("alone" or "relation")))
                throw table.Problem($"expected closer or apart with alone or relation, relation with noun, or against with sanctions; found '{course}' with '{use}'");
            foreach (var phrase in table.List(table.Column("words")))
            {
                ImmutableArray<string> stems = [.. Words.Of(phrase).Select(word => word.Stem)];
                if (isNoun)
                    nounStems.UnionWith(stems);
                else if (isAgainst)
                    againstStems.UnionWith(stems);
                else
                    courses.Add((course, use == "relation", stems));
            }
        }
        return new CourseWords(courses.ToImmutable(), nounStems.ToFrozenSet(StringComparer.Ordinal), againstStems.ToFrozenSet(StringComparer.Ordinal), states);
    }

    /// <summary>Whether it says that somebody stands against what is named behind it.</summary>
    internal bool IsAgainst(string stem) => against.Contains(stem);

    internal bool IsNoun(string stem) => nouns.Contains(stem);

    /// <summary>The states that words of a sentence name, each with the word it stands at; one for every name.</summary>
    internal List<(int At, string Code)> StatesIn(string sentence, List<Word> words)
    {
        var found = new List<(int, string)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Capitalised)
                continue;
            if (i + 1 < words.Count && words[i + 1].Capitalised && CodeOf(sentence[words[i].Start..words[i + 1].End]) is { } pair)
                found.Add((i++, pair));
            else if (CodeOf(sentence[words[i].Start..words[i].End]) is { } single)
                found.Add((i, single));
        }
        return found;
    }

    string? CodeOf(string name)
    {
        name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
        // Even names that often mean something else: beside another state and a word for their relation they mean the state.
        var readings = states.Find(name).Where(reading => reading.ToDay == int.MaxValue).Select(reading => reading.State.Code).Distinct().ToList();
        return readings.Count == 1 ? readings[0] : null;
    }
}
