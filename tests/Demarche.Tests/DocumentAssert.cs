using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Tests;

/// <summary>What holds of every document, whatever its text.</summary>
static class DocumentAssert
{
    /// <summary>Words and sentences cover the text in order: nothing but white space is left out, every word is where it says.</summary>
    public static void Covers(
        string text, ImmutableArray<TextSpan> spans, ImmutableArray<string> forms, ImmutableArray<bool> continues, ImmutableArray<Sentence> sentences)
    {
        var at = 0;
        for (var i = 0; i < spans.Length; i++)
        {
            var span = spans[i];
            Assert.True(span.Start >= at && span.Length > 0 && span.End <= text.Length);
            Assert.All(text[at..span.Start], character => Assert.True(IsGap(character)));
            Assert.Equal(span.Of(text), forms[i]);
            Assert.True(!continues[i] || span.Start == at);
            at = span.End;
        }
        Assert.All(text[at..], character => Assert.True(IsGap(character)));
        var next = 0;
        foreach (var sentence in sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.Count > 0);
            Assert.Equal(new TextSpan(spans[sentence.First].Start, spans[sentence.End - 1].End), sentence.Span);
            next = sentence.End;
        }
        Assert.Equal(spans.Length, next);
    }

    /// <summary>The columns are complete, every sentence is one tree, and whatever was found lies in the text, in its order.</summary>
    public static void Whole(Document document)
    {
        var (text, tokens) = (document.Article.Text, document.Tokens);
        Covers(text, tokens.Spans, tokens.Forms, tokens.Continues, document.Sentences);
        Assert.Equal([tokens.Count, tokens.Count, tokens.Count, tokens.Count], [tokens.Lemmas.Length, tokens.Tags.Length, tokens.FineTags.Length, tokens.Features.Length]);
        Assert.All(tokens.Lemmas, lemma => Assert.NotEmpty(lemma));
        Assert.All(document.Sentences, sentence => IsTree(tokens, sentence));
        InOrder(document, document.Names.Select(name => (name.First, name.End)));
        InOrder(document, document.Times.Select(time => (time.First, time.End)));
        InOrder(document, document.Places.Select(place => (place.First, place.End)));
        Assert.All(document.Quotations, quotation =>
        {
            Assert.True(quotation.Content.Start >= 0 && !quotation.Content.IsEmpty && quotation.Content.End <= text.Length);
            Assert.InRange(quotation.Speaker, -1, tokens.Count - 1);
            Assert.InRange(quotation.Cue, -1, tokens.Count - 1);
        });
        var anaphors = document.Coreference.Select(link => link.Anaphor).ToHashSet();
        Assert.All(document.Coreference, link =>
        {
            Assert.InRange(link.Anaphor, 0, tokens.Count - 1);
            Assert.NotEmpty(link.Antecedents);
            Assert.All(link.Antecedents, antecedent => Assert.True(antecedent >= 0 && antecedent < tokens.Count && !anaphors.Contains(antecedent)));
        });
    }

    static void InOrder(Document document, IEnumerable<(int First, int End)> found)
    {
        var at = 0;
        foreach (var (first, end) in found)
        {
            Assert.True(first >= at && end > first && end <= document.Tokens.Count);
            Assert.Equal(document.SentenceOf(first), document.SentenceOf(end - 1));
            at = end;
        }
    }

    static void IsTree(TokenTable tokens, Sentence sentence)
    {
        Assert.Single(Enumerable.Range(sentence.First, sentence.Count), word => tokens.Heads[word] < 0);
        for (var word = sentence.First; word < sentence.End; word++)
        {
            var steps = 0;
            for (var at = word; tokens.Heads[at] >= 0; at = tokens.Heads[at])
                Assert.True(tokens.Heads[at] >= sentence.First && tokens.Heads[at] < sentence.End && ++steps <= sentence.Count);
        }
    }

    static bool IsGap(char character) => char.IsWhiteSpace(character) || character is '\ufeff' or '\u200b';
}
