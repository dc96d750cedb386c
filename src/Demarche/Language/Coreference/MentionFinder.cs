using System.Collections.Immutable;
using Demarche.Documents;
using Demarche.Knowledge.Actors;

namespace Demarche.Language.Coreference;

/// <summary>Finds names with their titles, nominals and pronouns, in text order.</summary>
sealed class MentionFinder(CoreferenceLexicon lexicon, TokenTable tokens, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names)
{
    readonly int[] nameOf = NamesByWord(tokens, names);

    static int[] NamesByWord(TokenTable tokens, ImmutableArray<Name> names)
    {
        var result = new int[tokens.Count];
        Array.Fill(result, -1);
        for (var n = 0; n < names.Length; n++)
            for (var i = names[n].First; i < names[n].End; i++)
                result[i] = n;
        return result;
    }

    public List<CoreferenceMention> Find()
    {
        var mentions = new List<CoreferenceMention>();
        var taken = new HashSet<int>();
        var next = 0;
        for (var s = 0; s < sentences.Length; s++)
        {
            var start = mentions.Count;
            for (; next < names.Length && names[next].First < sentences[s].End; next++)
                if (NameMention(names[next], sentences[s], s) is { } mention && taken.Add(mention.Head))
                    mentions.Add(mention);
            for (var i = sentences[s].First; i < sentences[s].End; i++)
                if ((nameOf[i] < 0 || IsMiscellaneous(i)) && (Pronoun(i, s) ?? Nationality(i, s) ?? NominalMention(i, s)) is { } mention && taken.Add(mention.Head))
                    mentions.Add(mention);
            mentions.Sort(start, mentions.Count - start, Comparer<CoreferenceMention>.Create((a, b) => a.Head.CompareTo(b.Head)));
        }
        return mentions;
    }

    CoreferenceMention? NameMention(Name name, Sentence sentence, int number)
    {
        if (name.Kind == NameKind.Miscellaneous)
            return null;
        var head = HeadOf(name);
        // A name that modifies another noun ("the Putin government") is a mention of its own; a title it hangs on is not.
        while (tokens.Heads[head] is >= 0 and var above && nameOf[above] < 0 && IsTitleOf(above, head, name))
            head = above;
        var words = new string[name.End - name.First];
        for (var i = 0; i < words.Length; i++)
            words[i] = tokens.Forms[name.First + i].ToLowerInvariant();
        var offices = new HashSet<string>();
        AddTitle(name, sentence, offices);
        AddApposition(name, head, offices);
        var state = name.Kind == NameKind.Location ? CodeOf(name, StateNameKind.Name) : null;
        return new CoreferenceMention(MentionForm.Name, head, name.First, name.End, number)
        {
            Words = words,
            Offices = offices,
            StateCode = state,
            SeatCode = name.Kind == NameKind.Location && state is null ? CodeOf(name, StateNameKind.Seat) : null,
            Animacy = name.Kind == NameKind.Person ? Animacy.Person : name.Kind == NameKind.Organisation ? Animacy.Body : state is null ? Animacy.Place : Animacy.State,
            Gender = name.Kind == NameKind.Person ? GenderOf(name, offices) : Gender.Unknown,
            IsDefinite = true,
        };
    }

    // Nationalities are names of the fourth kind where they are names at all.
    bool IsMiscellaneous(int i) => names[nameOf[i]].Kind == NameKind.Miscellaneous;

    CoreferenceMention? Nationality(int i, int sentence)
    {
        if (!char.IsUpper(tokens.Forms[i][0]) || tokens.Tags[i] is not (PartOfSpeech.ADJ or PartOfSpeech.PROPN) || lexicon.States.CodesOfNationality(tokens.Forms[i]) is not [var code])
            return null;
        return new CoreferenceMention(MentionForm.Name, i, i, i + 1, sentence)
        {
            Words = [tokens.Forms[i].ToLowerInvariant()],
            StateCode = code,
            Animacy = Animacy.State,
            IsAdjective = true,
        };
    }

    int HeadOf(Name name)
    {
        for (var i = name.First; i < name.End; i++)
            if (tokens.Heads[i] < name.First || tokens.Heads[i] >= name.End)
                return i;
        return name.First;
    }

    bool IsTitleOf(int above, int head, Name name) =>
        above < name.First && above >= name.First - 4 && Phrases.Relation(tokens, head) is "flat" or "appos" or "compound"
        && lexicon.IsRole(tokens.Lemmas[above].ToLowerInvariant()) && NothingBetween(above + 1, name.First);

    bool NothingBetween(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (!IsTitleWord(i))
                return false;
        return true;
    }

    bool IsTitleWord(int i) => tokens.Tags[i] is PartOfSpeech.NOUN or PartOfSpeech.PROPN or PartOfSpeech.ADJ || tokens.Forms[i] is "-";

    void AddTitle(Name name, Sentence sentence, HashSet<string> offices)
    {
        var first = name.First;
        while (first > sentence.First && name.First - first < 6 && nameOf[first - 1] < 0 && IsTitleWord(first - 1))
            first--;
        AddOffices(first, name.First, offices);
    }

    void AddApposition(Name name, int head, HashSet<string> offices)
    {
        foreach (var child in tokens.Children[head])
            if (child >= name.End && Phrases.Relation(tokens, child) == "appos" && nameOf[child] < 0)
            {
                var (first, end) = Phrases.NounPhrase(tokens, child);
                AddOffices(Math.Max(first, name.End), end, offices);
            }
        // "the defence minister, Viktor Khrenin": the name is the apposition.
        if (Phrases.Relation(tokens, head) == "appos" && tokens.Heads[head] is >= 0 and var above && above < name.First && nameOf[above] < 0)
        {
            var (first, end) = Phrases.NounPhrase(tokens, above);
            AddOffices(first, Math.Min(end, name.First), offices);
        }
    }

    // Every stretch of one to three words: "foreign minister" and "minister" of "Turkish Foreign Minister".
    void AddOffices(int first, int end, HashSet<string> offices)
    {
        for (var i = first; i < end; i++)
        {
            var phrase = "";
            for (var k = i; k < Math.Min(end, i + 3); k++)
            {
                phrase = phrase.Length == 0 ? Word(k) : phrase + " " + Word(k);
                offices.Add(phrase);
            }
        }
    }

    string Word(int i) => tokens.Tags[i] == PartOfSpeech.NOUN ? tokens.Lemmas[i].ToLowerInvariant() : tokens.Forms[i].ToLowerInvariant();

    Gender GenderOf(Name name, HashSet<string> offices)
    {
        foreach (var office in offices)
            if ((lexicon.GenderOfTitle(office) is not Gender.Unknown and var title ? title : lexicon.Nominal(office)?.Gender ?? Gender.Unknown) is not Gender.Unknown and var gender)
                return gender;
        var last = name.End - name.First == 1 ? name.End : name.End - 1;
        for (var i = name.First; i < last; i++)
            if (lexicon.GenderOfTitle(tokens.Forms[i].ToLowerInvariant()) is not Gender.Unknown and var title)
                return title;
            else if (name.End - name.First > 1 && lexicon.GenderOfGivenName(tokens.Forms[i]) is not Gender.Unknown and var given)
                return given;
        return Gender.Unknown;
    }

    string? CodeOf(Name name, StateNameKind kind)
    {
        var text = string.Join(' ', Enumerable.Range(name.First, name.End - name.First).Select(i => tokens.Forms[i]));
        foreach (var found in lexicon.States.Find(text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? text[4..] : text))
            if (found.State.Kind is "state" or "special" or "unrecognised" && found.Kind == kind)
                return found.State.Code;
        return null;
    }

    CoreferenceMention? Pronoun(int i, int sentence)
    {
        // "He Jianxiong" was taken as a name before; a capital in mid-sentence is one too ("Vice Premier He").
        if (tokens.Tags[i] is not (PartOfSpeech.PRON or PartOfSpeech.DET))
            return null;
        var lower = tokens.Forms[i].ToLowerInvariant();
        if (lower == "he" && char.IsUpper(tokens.Forms[i][0]) && i > sentences[sentence].First && tokens.Tags[i - 1] is PartOfSpeech.PROPN)
            return null;
        var (animacy, gender, plural) = lower switch
        {
            "he" or "him" or "his" => (Animacy.Person, Gender.Male, false),
            "she" or "her" or "hers" => (Animacy.Person, Gender.Female, false),
            "it" or "its" => (Animacy.Thing, Gender.Unknown, false),
            "they" or "them" or "their" or "theirs" => (Animacy.Thing, Gender.Unknown, true),
            _ => (Animacy.Place, Gender.Unknown, false),
        };
        return animacy == Animacy.Place ? null : new CoreferenceMention(MentionForm.Pronoun, i, i, i + 1, sentence)
        {
            Words = [lower],
            Animacy = animacy,
            Gender = gender,
            IsPlural = plural,
        };
    }

    // "the president of Chile", "the ambassador to Chile", "the men who fled", but not "the president on his telephone", which is mostly a
    // phrase hung too low by the parser.
    bool Narrows(int child, string relation) =>
        relation == "acl" || relation == "nmod" && tokens.Children[child].Any(mark => Phrases.Relation(tokens, mark) == "case" && tokens.Lemmas[mark] is "of" or "for" or "to" or "from");

    // "The two discussed it", "both agreed", but not "two of them", "the two that".
    bool IsPairAlone(int i) => Phrases.Relation(tokens, i) is "nsubj" or "obj" or "obl"
        && (tokens.Lemmas[i] == "both" || (tokens.Lemmas[i] == "two" && tokens.Children[i].Any(child => tokens.Relations[child] == "det" && tokens.Lemmas[child] == "the")))
        && tokens.Children[i].All(child => child < i || tokens.Tags[child] == PartOfSpeech.PUNCT);

    CoreferenceMention? NominalMention(int i, int sentence)
    {
        if ((tokens.Tags[i] is not (PartOfSpeech.NOUN or PartOfSpeech.PROPN) && !IsPairAlone(i)) || Phrases.Relation(tokens, i) is "compound" or "flat" or "fixed" or "goeswith")
            return null;
        var lemma = tokens.Lemmas[i].ToLowerInvariant();
        var lower = tokens.Forms[i].ToLowerInvariant();
        var definite = lower == "both";
        var modifiers = new List<string>();
        var first = i;
        foreach (var child in tokens.Children[i])
        {
            var relation = Phrases.Relation(tokens, child);
            if (relation == "det" && tokens.Forms[child].ToLowerInvariant() is "the" or "this" or "that" or "these" or "those" or "both")
                definite = true;
            else if (child < i ? relation is "amod" or "compound" or "nmod" or "nummod" : Narrows(child, relation))
                modifiers.Add(Word(child));
            if (child < i && relation is "det" or "amod" or "compound" or "nummod")
                first = Math.Min(first, child);
        }
        return new CoreferenceMention(MentionForm.Nominal, i, first, i + 1, sentence)
        {
            Words = [lemma],
            Animacy = lexicon.AnimacyOf(lemma, lower),
            Gender = lexicon.Nominal(lemma)?.Gender ?? Gender.Unknown,
            IsPlural = tokens.FineTags[i] is "NNS" or "NNPS" || lemma is "two" or "both" || tokens.Features[i].Contains("Number=Plur", StringComparison.Ordinal) || lemma is "police" or "people",
            IsDefinite = definite,
            Modifiers = [.. modifiers],
        };
    }
}
