using System.Text;
using System.Text.Json;

namespace Demarche.SystemTests;

static class MadeUpNews
{
    /// <summary>Short articles about a few made-up acts of real states, told again and again.</summary>
    public static string Write(string path, int count)
    {
        var random = new Random(count);
        string[] states = ["Norway", "Chile", "Kenya", "Mongolia", "Portugal", "Uruguay"];
        string[] acts =
        [
            "{0} shelled a border post of {1}, killing {2} soldiers.",
            "The president of {0} will visit {1} on Friday.",
            "{0} accused {1} of violating its airspace.",
            "{0} imposed sanctions on {1} over fishing rights.",
            "The foreign ministers of {0} and {1} met in Lisbon.",
            "{0} delivered {2} trucks to {1}.",
        ];
        var lines = Enumerable.Range(0, count).Select(i => JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["id"] = $"article-{i:0000}",
            ["date"] = $"2024-05-{random.Next(1, 29):00}",
            ["publisher"] = $"Outlet {random.Next(5)}",
            ["title"] = "News of the day",
            ["text"] = string.Join("\n\n", Enumerable.Range(0, 4).Select(_ => Sentence())),
        }));
        File.WriteAllLines(path, lines, new UTF8Encoding(false));
        return path;

        string Sentence()
        {
            var one = random.Next(states.Length);
            var other = (one + random.Next(1, states.Length)) % states.Length;
            return string.Format(null, acts[random.Next(acts.Length)], states[one], states[other], random.Next(2, 9));
        }
    }
}
