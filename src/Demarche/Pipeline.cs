using Demarche.Coding;
using Demarche.Documents;
using Demarche.Events;
using Demarche.Language;
using Demarche.Linking;
using Demarche.Reading;

namespace Demarche;

/// <summary>The whole way: read, parse, code, link, keep.</summary>
/// <param name="parsers">The parser of each language that is coded, by its code ("en").</param>
/// <param name="version">Version of the program and its data.</param>
/// <param name="threads">How many articles are worked on at once.</param>
public sealed class Pipeline(IReadOnlyDictionary<string, TextParser> parsers, Coder coder, Linker linker, IEventStore store, string version, int threads)
{
    // One transaction an article would wait for the disk each time; after a kill at most this much is done again.
    const int BatchSize = 32;

    readonly EventKeeper keeper = new(linker, store);

    /// <summary>
    /// Takes every article of every input into the store, in the order of the inputs, and tells what became of each. Whatever
    /// fails on one document fails that document alone.
    /// </summary>
    public IEnumerable<IngestOutcome> Run(IEnumerable<PipelineInput> inputs, CancellationToken stop)
    {
        var work = inputs.SelectMany(Split);
        var articles = InOrder.Select(work, threads, read => read().Select(Code).ToList(), stop).SelectMany(coded => coded);
        foreach (var batch in articles.Chunk(BatchSize))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var outcome in Keep(batch))
                yield return outcome;
        }
    }

    // Small inputs are read beside each other; a large one is read in place, an article at a time, so that memory stays flat.
    static IEnumerable<Func<IEnumerable<ReadOutcome>>> Split(PipelineInput input) =>
        input.IsSmall ? [input.Read] : input.Read().Select<ReadOutcome, Func<IEnumerable<ReadOutcome>>>(outcome => () => [outcome]);

    Step Code(ReadOutcome read)
    {
        if (read.Article is not { } article)
            return new Step(new IngestOutcome(read.Failure!.Input, null, IngestResult.Failed, read.Failure.Reason), null);
        // Outside of what follows: what goes wrong with the store is not the document's fault.
        if (store.Holds(article, version))
            return new Step(new IngestOutcome(article.Input, article.Id, IngestResult.Unchanged, null), null);
        // A copy is kept beside its original and never coded, so that there is nothing to parse it for.
        if (ParserOf(article) is not null && keeper.IsCopy(article))
            return new Step(Outcome(article), new CodedArticle { Article = article, NotCoded = CodedArticle.Duplicate, Version = version });
        try
        {
            return new Step(Outcome(article), Code(article));
        }
        // A text can be stranger than any of the stages foresaw: that is a defect of ours, but not a reason to lose the rest.
        catch (Exception problem) when (problem is not (OperationCanceledException or OutOfMemoryException))
        {
            return new Step(Failed(article, problem), null);
        }
    }

    CodedArticle Code(Article article)
    {
        if (ParserOf(article) is not { } parser)
            return new CodedArticle { Article = article, NotCoded = "language " + article.Language, Version = version };
        var (events, claims) = coder.Code(parser.Parse(article));
        return new CodedArticle { Article = article, Events = events, Claims = claims, Version = version };
    }

    // Texts too short to tell their language are read as English, which the coder will mostly find nothing in.
    TextParser? ParserOf(Article article) => parsers.GetValueOrDefault(article.Language is "und" ? "en" : article.Language);

    IEnumerable<IngestOutcome> Keep(Step[] batch)
    {
        var coded = batch.Select(step => step.Coded).OfType<CodedArticle>().ToList();
        Queue<IngestOutcome> kept;
        try
        {
            kept = new(Keep(coded));
        }
        catch (Exception problem) when (IsOfOneDocument(problem))
        {
            kept = new(coded.Select(KeepAlone));
        }
        return batch.Select(step => step.Coded is null ? step.Outcome : kept.Dequeue());
    }

    IEnumerable<IngestOutcome> Keep(IReadOnlyList<CodedArticle> coded) =>
        coded.Zip(keeper.Keep(coded, Code), (article, kept) => Outcome(article.Article) with
        {
            Result = kept switch
            {
                KeptAs.Unchanged => IngestResult.Unchanged,
                KeptAs.Duplicate => IngestResult.Duplicate,
                _ when article.NotCoded is not null => IngestResult.NotCoded,
                KeptAs.Recoded => IngestResult.Recoded,
                _ => IngestResult.New,
            },
            Reason = kept == KeptAs.Unchanged ? null : article.NotCoded,
            Reports = kept is KeptAs.Unchanged or KeptAs.Duplicate ? 0 : article.Events.Length,
            Claims = kept is KeptAs.Unchanged or KeptAs.Duplicate ? 0 : article.Claims.Length,
        });

    IngestOutcome KeepAlone(CodedArticle coded)
    {
        try
        {
            return Keep([coded]).Single();
        }
        catch (Exception problem) when (IsOfOneDocument(problem))
        {
            return Failed(coded.Article, problem);
        }
    }

    // What the store says of itself (full disk, locked, damaged) ends the run.
    static bool IsOfOneDocument(Exception problem) =>
        problem is ArgumentException or InvalidOperationException or IndexOutOfRangeException or NullReferenceException or KeyNotFoundException or ArithmeticException;

    static IngestOutcome Outcome(Article article) => new(article.Input, article.Id, IngestResult.New, null);

    static IngestOutcome Failed(Article article, Exception problem) =>
        new(article.Input, article.Id, IngestResult.Failed, $"{problem.GetType().Name} while working on it: {problem.Message}");

    /// <summary>An article on its way; <see cref="Coded"/> is null where it ends here, with the outcome.</summary>
    sealed record Step(IngestOutcome Outcome, CodedArticle? Coded);
}

/// <summary>One input to be read.</summary>
/// <param name="IsSmall">Whether all its articles may be held at once.</param>
public sealed record PipelineInput(bool IsSmall, Func<IEnumerable<ReadOutcome>> Read);

public enum IngestResult
{
    New,
    /// <summary>Kept before by another version, or with another date.</summary>
    Recoded,
    Unchanged,
    /// <summary>Kept, but its text is that of another article, which is coded.</summary>
    Duplicate,
    NotCoded,
    Failed,
}

/// <summary>What became of one article, or of an input that gave none.</summary>
/// <param name="Article">Null where the input could not be read.</param>
/// <param name="Reason">Why it failed or was not coded.</param>
public sealed record IngestOutcome(string Input, ArticleId? Article, IngestResult Result, string? Reason)
{
    public int Reports { get; init; }

    public int Claims { get; init; }
}
