using System.Collections.Frozen;

namespace Demarche.Reading;

/// <summary>The elements a page reader tells apart; every other is <see cref="Unknown"/>.</summary>
enum HtmlTag : byte
{
    Root, Text, Unknown,
    A, Abbr, Address, Article, Aside, Audio, B, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Col, Colgroup, Dd, Del, Details, Dialog, Div, Dl, Dt, Em, Embed,
    Fieldset, Figcaption, Figure, Font, Footer, Form, Frame, Frameset, H1, H2, H3, H4, H5, H6, Head, Header, Hr, Html, I, Iframe, Img, Input, Ins, Label, Legend, Li, Link, Main, Math, Menu, Meta,
    Nav, Noembed, Noframes, Noscript, Object, Ol, Optgroup, Option, P, Param, Picture, Plaintext, Pre, Q, S, Script, Section, Select, Small, Source, Span, Strike, Strong, Style, Sub, Summary, Sup, Svg,
    Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, Tt, U, Ul, Video, Wbr, Xmp, Base, Area, Amp,
}

static class HtmlTags
{
    static readonly FrozenDictionary<string, HtmlTag> ByName = Enum.GetValues<HtmlTag>()
        .Where(tag => tag is not (HtmlTag.Root or HtmlTag.Text or HtmlTag.Unknown))
        .ToFrozenDictionary(tag => tag.ToString().ToLowerInvariant());

    public static HtmlTag Of(ReadOnlySpan<char> name)
    {
        Span<char> lower = stackalloc char[16];
        if (name.Length > lower.Length)
            return HtmlTag.Unknown;
        name.ToLowerInvariant(lower);
        return ByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(lower[..name.Length], out var tag) ? tag : HtmlTag.Unknown;
    }

    public static bool IsVoid(HtmlTag tag) => tag is HtmlTag.Br or HtmlTag.Img or HtmlTag.Input or HtmlTag.Meta or HtmlTag.Link or HtmlTag.Hr or HtmlTag.Source or HtmlTag.Wbr
        or HtmlTag.Param or HtmlTag.Embed or HtmlTag.Col or HtmlTag.Track or HtmlTag.Base or HtmlTag.Area or HtmlTag.Frame;

    /// <summary>Elements whose content is characters, whatever it looks like.</summary>
    public static bool IsRaw(HtmlTag tag) => tag is HtmlTag.Script or HtmlTag.Style or HtmlTag.Textarea or HtmlTag.Title or HtmlTag.Iframe or HtmlTag.Noembed or HtmlTag.Noframes or HtmlTag.Xmp;

    /// <summary>Elements that begin and end a line of their own.</summary>
    public static bool IsBlock(HtmlTag tag) => Blocks[(int)tag];

    /// <summary>Elements whose start ends an open paragraph.</summary>
    public static bool ClosesParagraph(HtmlTag tag) => IsBlock(tag) && tag is not (HtmlTag.Td or HtmlTag.Th or HtmlTag.Tr or HtmlTag.Tbody or HtmlTag.Thead or HtmlTag.Tfoot
        or HtmlTag.Caption or HtmlTag.Legend or HtmlTag.Body or HtmlTag.Html or HtmlTag.Head or HtmlTag.Noscript or HtmlTag.Option or HtmlTag.Select or HtmlTag.Iframe);

    static readonly bool[] Blocks = [.. Enum.GetValues<HtmlTag>().Select(tag => tag is HtmlTag.Root or HtmlTag.Address or HtmlTag.Article or HtmlTag.Aside or HtmlTag.Blockquote or HtmlTag.Body
        or HtmlTag.Caption or HtmlTag.Center or HtmlTag.Dd or HtmlTag.Details or HtmlTag.Dialog or HtmlTag.Div or HtmlTag.Dl or HtmlTag.Dt or HtmlTag.Fieldset or HtmlTag.Figcaption or HtmlTag.Figure
        or HtmlTag.Footer or HtmlTag.Form or HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 or HtmlTag.H4 or HtmlTag.H5 or HtmlTag.H6 or HtmlTag.Head or HtmlTag.Header or HtmlTag.Hr or HtmlTag.Html
        or HtmlTag.Legend or HtmlTag.Li or HtmlTag.Main or HtmlTag.Menu or HtmlTag.Nav or HtmlTag.Ol or HtmlTag.P or HtmlTag.Pre or HtmlTag.Section or HtmlTag.Summary or HtmlTag.Table
        or HtmlTag.Tbody or HtmlTag.Td or HtmlTag.Tfoot or HtmlTag.Th or HtmlTag.Thead or HtmlTag.Tr or HtmlTag.Ul or HtmlTag.Plaintext or HtmlTag.Xmp or HtmlTag.Noscript or HtmlTag.Option
        or HtmlTag.Select or HtmlTag.Iframe or HtmlTag.Video or HtmlTag.Audio or HtmlTag.Button)];
}
