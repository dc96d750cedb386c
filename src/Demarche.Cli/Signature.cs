using System.CommandLine;
using System.Globalization;

namespace Demarche.Cli;

/// <summary>Who decides, why, and when.</summary>
sealed class Signature
{
    readonly Option<string> by = new("--by") { Description = "Who decides.", HelpName = "NAME", Required = true };

    readonly Option<string> why = new("--why") { Description = "The reason, in words.", HelpName = "TEXT", Required = true };

    readonly Option<string?> at = new("--at") { Description = "When it was decided, if not now: 2024-05-07T10:30:00Z.", HelpName = "TIME" };

    public void AddTo(Command command)
    {
        foreach (var option in new[] { by, why })
        {
            option.Validators.Add(result =>
            {
                if (result.Tokens is [{ Value: var value }] && string.IsNullOrWhiteSpace(value))
                    result.AddError($"{option.Name} must not be empty");
            });
            command.Options.Add(option);
        }
        at.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && Read(value) is null)
                result.AddError($"--at: '{value}' is not a time like 2024-05-07T10:30:00Z");
        });
        command.Options.Add(at);
    }

    public string By(ParseResult options) => options.GetValue(by)!.Trim();

    public string Why(ParseResult options) => options.GetValue(why)!.Trim();

    public DateTimeOffset At(ParseResult options) => options.GetValue(at) is { } given ? Read(given)!.Value : TimeProvider.System.GetUtcNow();

    static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
