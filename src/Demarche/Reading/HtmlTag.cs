using System.Collections.Frozen;

namespace Demarche.Reading;

/// <summary>The elements a page reader tells apart; every other is <see cref="Unknown"/>.</summary>
enum HtmlTag : byte
{
    Root, Text, Unknown,
    A, Address, Article, Aside, Audio, Blockquote, Body, Br, Button, Canvas, Caption, Center, Dd, Details, Dialog, Div, Dl, Dt, Fieldset, Figcaption, Figure, Footer, Form, H1, H2, H3,
    H4, H5, H6, Head, Header, Hr, Html, Iframe, Label, Legend, Li, Link, Main, Math, Menu, Meta, Nav, Noembed, Noframes, Noscript, Object, Ol, Option, P, Plaintext, Pre, Script,
    Section, Select, Style, Summary, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Ul, Video, Xmp,
}

static class HtmlTags
{
    static readonly FrozenDictionary<string, HtmlTag> ByName = Enum.GetValues<HtmlTag>()
        .Where(tag => tag is not (HtmlTag.Root or HtmlTag.Text or HtmlTag.Unknown))
        .ToFrozenDictionary(tag => tag.ToString().ToLowerInvariant());

    public static HtmlTag Of(string name) => ByName.GetValueOrDefault(name, HtmlTag.Unknown);

    /// <summary>Elements whose content is no part of the page's text, whatever stands in it.</summary>
    public static bool IsOpaque(HtmlTag tag) => tag is HtmlTag.Script or HtmlTag.Style or HtmlTag.Textarea or HtmlTag.Title or HtmlTag.Iframe or HtmlTag.Noembed or HtmlTag.Noframes or HtmlTag.Xmp or HtmlTag.Svg or HtmlTag.Math;

    /// <summary>Elements that begin and end a line of their own.</summary>
    public static bool IsBlock(HtmlTag tag) => Blocks[(int)tag];

    static readonly bool[] Blocks = [.. Enum.GetValues<HtmlTag>().Select(tag => tag is HtmlTag.Root or HtmlTag.Address or HtmlTag.Article or HtmlTag.Aside or HtmlTag.Blockquote or HtmlTag.Body
        or HtmlTag.Caption or HtmlTag.Center or HtmlTag.Dd or HtmlTag.Details or HtmlTag.Dialog or HtmlTag.Div or HtmlTag.Dl or HtmlTag.Dt or HtmlTag.Fieldset or HtmlTag.Figcaption or HtmlTag.Figure
        or HtmlTag.Footer or HtmlTag.Form or HtmlTag.H1 or HtmlTag.H2 or HtmlTag.H3 or HtmlTag.H4 or HtmlTag.H5 or HtmlTag.H6 or HtmlTag.Head or HtmlTag.Header or HtmlTag.Hr or HtmlTag.Html
        or HtmlTag.Legend or HtmlTag.Li or HtmlTag.Main or HtmlTag.Menu or HtmlTag.Nav or HtmlTag.Ol or HtmlTag.P or HtmlTag.Pre or HtmlTag.Section or HtmlTag.Summary or HtmlTag.Table
        or HtmlTag.Tbody or HtmlTag.Td or HtmlTag.Tfoot or HtmlTag.Th or HtmlTag.Thead or HtmlTag.Tr or HtmlTag.Ul or HtmlTag.Plaintext or HtmlTag.Xmp or HtmlTag.Noscript or HtmlTag.Option
        or HtmlTag.Select or HtmlTag.Iframe or HtmlTag.Video or HtmlTag.Audio or HtmlTag.Button)];
}
