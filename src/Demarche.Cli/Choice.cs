using System.CommandLine;
using Demarche.Knowledge;

namespace Demarche.Cli;

/// <summary>Options that take one of a few words: a wrong one is told with those that are right, and the nearest.</summary>
static class Choice
{
    /// <summary>As <c>AcceptOnlyFromAmong</c>, with a message in one line that names the option.</summary>
    public static void AcceptOnly(this Option option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
                if (!words.Contains(token.Value, StringComparer.Ordinal))
                    result.AddError($"{option.Name}: {NoneOf(token.Value, words)}");
        });
    }

    /// <summary>"'jsn' is not table, jsonl or csv (did you mean 'jsonl'?)".</summary>
    public static string NoneOf(string value, IReadOnlyList<string> words) => $"'{value}' is not {Listed(words)}{(value.Length > 1 ? NearMiss.Hint(value, words) : "")}";

    static string Listed(IReadOnlyList<string> words) => words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} or {words[^1]}";
}
