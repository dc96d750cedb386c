using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Documents;
using Demarche.Language;
using FsCheck;
using FsCheck.Fluent;

namespace Demarche.Tests.Language;

/// <summary>
/// Texts that nobody would write. Mutation fuzzing runs for 30 seconds, or as many as the environment variable DEMARCHE_FUZZ_SECONDS
/// says (600 before a release); each round has its own seed, so a round that fails fails again.
/// </summary>
public class TextParserFuzzTests
{
    const int Seed = 20240304;

    /// <summary>No text of a round is longer than 10,000 signs, which take a fifth of a second.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    const string Noise = "\0\n\t \u200b\u0301\u0e33\ud83d\ude00\ufeff\u2028\"“”‘’().,;:-—'@#%$0123ЖبÀ北\u202e\ufffd";

    static readonly TextParser Parser = TextParser.Load(Repository.Data, "en");

    static readonly string[] Seeds = ReadSeeds();

    static string[] ReadSeeds()
    {
        var data = Path.Combine(Repository.Root, "tests", "data");
        return
        [
            "Gen. Ana Ruiz of Norway (born 1961) said on Monday, March 4, 2024 that \"we won't\" leave Oslo.\n\n“It’s over”, according to the U.N. – 1,000 people fled; http://a.example/b?c=1 was cut.",
            .. File.ReadAllText(Path.Combine(data, "events", "own-2024-05-02.txt")).Split("\n\n"),
            .. File.ReadLines(Path.Combine(data, "languages.tsv")).Skip(1).Select(line => line.Split('\t')[1]),
            .. File.ReadLines(Path.Combine(data, "linking", "pairs.tsv")).Skip(1).Select(line => line.Split('\t')[^1]),
            .. File.ReadLines(Path.Combine(data, "status-grid.tsv")).Skip(1).Select(line => line.Split('\t')[0]),
        ];
    }

    static Document Parse(string text) =>
        Parser.Parse(new Article { Id = new ArticleId("fuzz"), Input = "fuzz", Text = text, Language = "en" });

    [Fact]
    public void Every_stage_keeps_to_the_text_whatever_it_is()
    {
        Prop.ForAll(HardTexts.Pieces, text => DocumentAssert.Whole(Parse(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(7, 19));
        Prop.ForAll(HardTexts.Any, text => DocumentAssert.Whole(Parse(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(7, 23));
    }

    [Fact]
    public async Task Damaged_news_is_parsed_all_the_same()
    {
        var seconds = Environment.GetEnvironmentVariable("DEMARCHE_FUZZ_SECONDS") is { Length: > 0 } set ? int.Parse(set, NumberStyles.None, CultureInfo.InvariantCulture) : 30;
        var clock = Stopwatch.StartNew();
        var round = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; round++)
        {
            var text = Damage(new Random(Seed + round));
            try
            {
                await Task.Run(() => DocumentAssert.Whole(Parse(text)), TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Assert.Fail($"round {round} of seed {Seed}: {failure}");
            }
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{round} damaged texts");
    }

    /// <summary>Mutations of real sentences, not random signs: they get further into every stage.</summary>
    static string Damage(Random random)
    {
        var text = new StringBuilder(Any(random));
        for (var joined = random.Next(4); joined > 0; joined--)
            text.Append(random.Next(3) == 0 ? "\n\n" : " ").Append(Any(random));
        for (var changes = random.Next(1, 60); changes > 0 && text.Length > 0; changes--)
        {
            var at = random.Next(text.Length);
            switch (random.Next(6))
            {
                case 0:
                    text[at] = Noise[random.Next(Noise.Length)];
                    break;
                case 1:
                    text.Insert(at, Noise[random.Next(Noise.Length)]);
                    break;
                case 2:
                    text[at] = (char)random.Next(char.MaxValue + 1);
                    break;
                case 3:
                    text.Remove(at, Math.Min(random.Next(1, 8), text.Length - at));
                    break;
                case 4:
                    text.Insert(at, new string(text[at], random.Next(1, 40)));
                    break;
                default:
                    var other = Any(random);
                    text.Insert(at, other.AsSpan(random.Next(other.Length)));
                    break;
            }
        }
        return text.ToString(0, Math.Min(text.Length, 10_000));
    }

    static string Any(Random random) => Seeds[random.Next(Seeds.Length)] is { Length: > 0 } text ? text : " ";
}
