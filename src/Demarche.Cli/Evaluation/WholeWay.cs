using System.Text;
using Demarche.Coding;
using Demarche.Documents;
using Demarche.Evaluation.Coding;
using Demarche.Events;
using Demarche.Knowledge;
using Demarche.Knowledge.Actors;
using Demarche.Knowledge.Places;
using Demarche.Language;
using Demarche.Linking;
using Demarche.Reading;
using Demarche.Storage;

namespace Demarche.Cli.Evaluation;

/// <summary>The stages from text to linked events, for texts that are measured and not kept.</summary>
sealed class WholeWay(DataFolder data)
{
    const string Version = "evaluation";

    readonly TextParser parser = TextParser.Load(data, "en");
    readonly Coder coder = new(data, new ActorRegister(data, new Gazetteer(data)), Version);
    readonly ArticleReader reader = ArticleReader.Load(data);

    public static Article Plain(string id, string text, PublicationDate published) => new()
    {
        Id = new ArticleId(id),
        Input = id,
        Text = text,
        Language = "en",
        Published = published,
        Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))],
    };

    public Article ReadDump(GoldText text)
    {
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.Text));
        return reader.Read(text.Id.Value, bytes, new ReadOptions()).Single().Article! with { Id = text.Id };
    }

    public CodedArticle Code(Article article)
    {
        var (events, claims) = coder.Code(parser.Parse(article));
        return new() { Article = article, Events = events, Claims = claims, Version = Version };
    }

    public IReadOnlyList<StatementRelation> Compare(IEnumerable<CodedArticle> coded, IEnumerable<Event> events) =>
        new StatementComparer(CourseWords.Load(data, new StateNames(data)), new Linker(LinkingWords.Load(data))).Compare(coded, events);

    /// <summary>The events of the articles, by way of a store of their own.</summary>
    public IReadOnlyList<Event> Fuse(IReadOnlyList<CodedArticle> coded)
    {
        var folder = Directory.CreateTempSubdirectory("demarche-evaluate-");
        try
        {
            using var store = EventStore.OpenOrCreate(Path.Combine(folder.FullName, "events.db"));
            new EventKeeper(new Linker(LinkingWords.Load(data)), store).Keep(coded);
            return [.. store.Events(new EventQuery())];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
