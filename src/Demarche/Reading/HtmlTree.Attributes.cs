using System.Buffers;

namespace Demarche.Reading;

partial class HtmlTree
{
    static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\r\f/>");
    static readonly SearchValues<char> AttributeNameEnds = SearchValues.Create(" \t\n\r\f/>=");
    static readonly SearchValues<char> UnquotedEnds = SearchValues.Create(" \t\n\r\f>");

    int attributeCount;

    int NameEnd(int at)
    {
        var length = source.AsSpan(at).IndexOfAny(NameEnds);
        return length < 0 ? source.Length : at + length;
    }

    /// <summary>Reads the attributes of a tag; the position after its bracket, or -1 where the source ends first.</summary>
    int Attributes(int position, out bool selfClosing)
    {
        selfClosing = false;
        while (true)
        {
            while (position < source.Length && (char.IsWhiteSpace(source[position]) || source[position] == '/'))
            {
                selfClosing = source[position] == '/';
                position++;
            }
            if (position >= source.Length)
                return -1;
            if (source[position] == '>')
                return position + 1;
            selfClosing = false;
            var name = position;
            // An equals sign at the start of a name is part of it.
            var length = source.AsSpan(name + 1).IndexOfAny(AttributeNameEnds);
            if (length < 0)
                return -1;
            var nameEnd = position = name + 1 + length;
            while (position < source.Length && char.IsWhiteSpace(source[position]))
                position++;
            int value = nameEnd, valueEnd = nameEnd;
            if (position < source.Length && source[position] == '=')
            {
                position = Value(position + 1, out value, out valueEnd);
                if (position < 0)
                    return -1;
            }
            if (attributeCount == attributes.Length)
                Array.Resize(ref attributes, attributeCount * 2);
            attributes[attributeCount++] = new HtmlAttribute(name, nameEnd, value, valueEnd);
        }
    }

    int Value(int position, out int value, out int valueEnd)
    {
        value = valueEnd = 0;
        while (position < source.Length && char.IsWhiteSpace(source[position]))
            position++;
        if (position >= source.Length)
            return -1;
        if (source[position] is '"' or '\'')
        {
            value = position + 1;
            valueEnd = source.IndexOf(source[position], value);
            return valueEnd < 0 ? -1 : valueEnd + 1;
        }
        value = position;
        var length = source.AsSpan(position).IndexOfAny(UnquotedEnds);
        valueEnd = length < 0 ? source.Length : position + length;
        return valueEnd;
    }
}
