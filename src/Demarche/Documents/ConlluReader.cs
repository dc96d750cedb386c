using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Demarche.Documents;

/// <summary>
/// Reads parses in CoNLL-U (universaldependencies.org/format.html): one <see cref="Document"/> for each <c># newdoc</c>, or one
/// for the whole file where there is none. The article's text is made of the <c># text</c> lines, paragraphs set off by blank
/// lines; where a <c># text</c> is missing or does not spell the words, of the words and their <c>SpaceAfter</c>.
/// Empty nodes and enhanced graphs are passed over.
/// </summary>
public sealed class ConlluReader
{
    readonly TextReader reader;
    readonly string input;
    readonly string language;

    readonly StringBuilder text = new();
    readonly ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>();
    readonly ImmutableArray<string>.Builder forms = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<string>.Builder lemmas = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<PartOfSpeech>.Builder tags = ImmutableArray.CreateBuilder<PartOfSpeech>();
    readonly ImmutableArray<string>.Builder fineTags = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<string>.Builder features = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<int>.Builder heads = ImmutableArray.CreateBuilder<int>();
    readonly ImmutableArray<string>.Builder relations = ImmutableArray.CreateBuilder<string>();
    readonly ImmutableArray<bool>.Builder continues = ImmutableArray.CreateBuilder<bool>();
    readonly ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
    readonly ImmutableArray<Name>.Builder names = ImmutableArray.CreateBuilder<Name>();
    readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();

    // The sentence being read: its surface tokens, and its words as split lines.
    readonly List<SurfaceToken> surface = [];
    readonly List<string[]> words = [];
    int covered;
    string? documentId;
    string? sentenceId;
    string? sentenceText;
    bool newParagraph;
    bool spaceBefore;
    int paragraphStart;
    int line;

    /// <summary>A token as the text has it, and how many words it holds.</summary>
    readonly record struct SurfaceToken(string Form, bool SpaceAfter, int Words);

    ConlluReader(TextReader reader, string input, string language)
    {
        this.reader = reader;
        this.input = input;
        this.language = language;
    }

    /// <summary>
    /// Reads documents one at a time. Words without a head ("_") come as roots with the relation "_", roots of any other as "root".
    /// A malformed line is an <see cref="InvalidDataException"/> that names the input and the line.
    /// </summary>
    /// <param name="input">The name for messages; its file name is the id of a document without one.</param>
    /// <param name="language">BCP 47 primary language of the articles.</param>
    public static IEnumerable<Document> Read(TextReader reader, string input, string language = "und") =>
        new ConlluReader(reader, input, language).Read();

    IEnumerable<Document> Read()
    {
        while (reader.ReadLine() is { } row)
        {
            line++;
            if (row.Length == 0)
            {
                CloseSentence();
            }
            else if (row[0] != '#')
            {
                ReadWord(row);
            }
            else if (IsComment(row, "newdoc", out var id))
            {
                CloseSentence();
                if (CloseDocument() is { } document)
                    yield return document;
                documentId = id;
                newParagraph = true;
            }
            else if (IsComment(row, "newpar", out _))
            {
                newParagraph = true;
            }
            else if (IsComment(row, "sent_id", out id))
            {
                sentenceId = id;
            }
            else if (IsComment(row, "text", out id))
            {
                sentenceText = id;
            }
        }
        CloseSentence();
        if (CloseDocument() is { } last)
            yield return last;
    }

    static bool IsComment(string row, string key, out string? value)
    {
        var rest = row.AsSpan(1).TrimStart();
        value = null;
        if (!rest.StartsWith(key, StringComparison.Ordinal))
            return false;
        rest = rest[key.Length..];
        var equals = rest.IndexOf('=');
        var suffix = equals < 0 ? rest : rest[..equals];
        if (suffix.Trim() is not ("" or "id"))
            return false;
        value = equals < 0 ? null : rest[(equals + 1)..].Trim().ToString();
        return true;
    }

    void ReadWord(string row)
    {
        var cells = row.Split('\t');
        if (cells.Length != 10)
            throw Problem($"expected 10 columns set off by tabs, found {cells.Length}");
        if (cells[0].Contains('.', StringComparison.Ordinal))
            return;
        var spaceAfter = !cells[9].Split('|').Contains("SpaceAfter=No");
        var dash = cells[0].IndexOf('-', StringComparison.Ordinal);
        if (dash > 0)
        {
            var first = Number(cells[0][..dash]);
            var last = Number(cells[0][(dash + 1)..]);
            if (first != words.Count + 1 || last <= first || last - first > 100)
                throw Problem($"expected a range from {words.Count + 1}, found '{cells[0]}'");
            surface.Add(new SurfaceToken(cells[1], spaceAfter, last - first + 1));
            covered = last;
            return;
        }
        if (Number(cells[0]) != words.Count + 1)
            throw Problem($"expected word {words.Count + 1}, found '{cells[0]}'");
        words.Add(cells);
        if (words.Count > covered)
        {
            surface.Add(new SurfaceToken(cells[1], spaceAfter, 1));
            covered = words.Count;
        }
    }

    void CloseSentence()
    {
        if (words.Count > 0)
        {
            if (covered != words.Count)
                throw Problem($"a multiword token runs past the end of its sentence: it wants {covered} words, there are {words.Count}");
            BeginText();
            var first = spans.Count;
            var start = text.Length;
            PlaceTokens();
            for (var i = 0; i < words.Count; i++)
                AddWord(words[i], first);
            CheckTree(first);
            AddNames(first);
            sentences.Add(new Sentence(new TextSpan(start, text.Length), first, spans.Count) { Id = sentenceId });
            spaceBefore = surface[^1].SpaceAfter;
        }
        surface.Clear();
        words.Clear();
        covered = 0;
        sentenceId = sentenceText = null;
    }

    void BeginText()
    {
        if (text.Length > 0 && newParagraph)
        {
            blocks.Add(new Block(BlockKind.Body, new TextSpan(paragraphStart, text.Length)));
            text.Append("\n\n");
            paragraphStart = text.Length;
        }
        else if (text.Length > 0 && spaceBefore)
        {
            text.Append(' ');
        }
        newParagraph = false;
    }

    void PlaceTokens()
    {
        var start = text.Length;
        var places = sentenceText is null ? null : FindTokens(sentenceText);
        if (places is not null)
            text.Append(sentenceText);
        var word = 0;
        for (var i = 0; i < surface.Count; i++)
        {
            var token = surface[i];
            var span = places is not null
                ? new TextSpan(start + places[i], start + places[i] + token.Form.Length)
                : new TextSpan(text.Length, text.Length + token.Form.Length);
            if (places is null)
            {
                text.Append(token.Form);
                if (token.SpaceAfter && i < surface.Count - 1)
                    text.Append(' ');
            }
            PlaceWords(span, token, word);
            word += token.Words;
        }
    }

    /// <summary>Where each surface token starts in the sentence's text, or null where the text does not spell them.</summary>
    int[]? FindTokens(string sentence)
    {
        var places = new int[surface.Count];
        var at = 0;
        for (var i = 0; i < places.Length; i++)
        {
            while (at < sentence.Length && char.IsWhiteSpace(sentence[at]) && !sentence.AsSpan(at).StartsWith(surface[i].Form, StringComparison.Ordinal))
                at++;
            if (!sentence.AsSpan(at).StartsWith(surface[i].Form, StringComparison.Ordinal))
                return null;
            places[i] = at;
            at += surface[i].Form.Length;
        }
        return at == sentence.Length ? places : null;
    }

    void PlaceWords(TextSpan span, SurfaceToken token, int first)
    {
        var spelled = 0;
        for (var i = 0; i < token.Words; i++)
            spelled = spelled >= 0 && token.Form.AsSpan(spelled).StartsWith(words[first + i][1], StringComparison.Ordinal)
                ? spelled + words[first + i][1].Length
                : -1;
        var at = span.Start;
        for (var i = 0; i < token.Words; i++)
        {
            var length = words[first + i][1].Length;
            spans.Add(spelled == token.Form.Length ? new TextSpan(at, at + length) : span);
            continues.Add(i > 0);
            at += length;
        }
    }

    void AddWord(string[] cells, int first)
    {
        forms.Add(cells[1]);
        lemmas.Add(cells[2]);
        tags.Add(Enum.TryParse<PartOfSpeech>(cells[3], out var tag) && !char.IsAsciiDigit(cells[3][0]) ? tag : PartOfSpeech.X);
        fineTags.Add(string.Intern(cells[4]));
        features.Add(string.Intern(cells[5]));
        var head = cells[6] == "_" ? 0 : Number(cells[6]);
        // Who walks up from a subject or a clause looks for the word it hangs on; some parsers write ROOT, or dep.
        relations.Add(head == 0 && cells[7] != "_" ? "root" : string.Intern(cells[7]));
        if (head > words.Count)
            throw Problem($"head {head} lies outside the sentence of {words.Count} words that ends here");
        heads.Add(head == 0 ? -1 : first + head - 1);
    }

    // Everything after this walks up to the root or down from it, and would never come back from a circle.
    void CheckTree(int first)
    {
        var seenFrom = new int[words.Count];
        for (var word = 0; word < words.Count; word++)
            for (var above = word; seenFrom[above] != word + 1; above = heads[first + above] - first)
            {
                // Seen on an earlier way up, which ended at a root.
                if (seenFrom[above] > 0)
                    break;
                seenFrom[above] = word + 1;
                if (heads[first + above] < 0)
                    break;
                if (seenFrom[heads[first + above] - first] == word + 1)
                    throw Problem($"the heads from word {word + 1} on go in a circle in the sentence that ends here");
            }
    }

    void AddNames(int first)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Label(i) is not { } label || Kind(label) is not { } kind)
                continue;
            var end = i + 1;
            while (end < words.Count && Label(end) is { } next && next[0] == 'I' && next.AsSpan(1).SequenceEqual(label.AsSpan(1)))
                end++;
            names.Add(new Name(kind, first + i, first + end));
            i = end - 1;
        }

        string? Label(int word) => words[word][9].Split('|').FirstOrDefault(item => item.StartsWith("NER=", StringComparison.Ordinal))?[4..];
    }

    static NameKind? Kind(string label) => label.Length < 3 ? null : label[2..] switch
    {
        "PER" => NameKind.Person,
        "ORG" => NameKind.Organisation,
        "LOC" => NameKind.Location,
        "MISC" => NameKind.Miscellaneous,
        _ => null,
    };

    Document? CloseDocument()
    {
        if (sentences.Count == 0)
            return null;
        blocks.Add(new Block(BlockKind.Body, new TextSpan(paragraphStart, text.Length)));
        var document = new Document
        {
            Article = new Article
            {
                Id = new ArticleId(documentId ?? Path.GetFileName(input)),
                Input = input,
                Language = language,
                Text = text.ToString(),
                Blocks = blocks.DrainToImmutable(),
            },
            Tokens = new TokenTable
            {
                Spans = spans.DrainToImmutable(),
                Forms = forms.DrainToImmutable(),
                Lemmas = lemmas.DrainToImmutable(),
                Tags = tags.DrainToImmutable(),
                FineTags = fineTags.DrainToImmutable(),
                Features = features.DrainToImmutable(),
                Heads = heads.DrainToImmutable(),
                Relations = relations.DrainToImmutable(),
                Continues = continues.DrainToImmutable(),
            },
            Sentences = sentences.DrainToImmutable(),
            Names = names.DrainToImmutable(),
        };
        text.Clear();
        documentId = null;
        spaceBefore = false;
        paragraphStart = 0;
        return document;
    }

    int Number(string cell) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Problem($"expected a number, found '{cell}'");

    InvalidDataException Problem(string reason) => new($"{input}:{line}: {reason}");
}
