using AngleSharp.Dom;

namespace Demarche.Reading;

/// <summary>
/// Watches a page grow while it is parsed. A parser looks through its open elements at every tag, and repeats unclosed formatting in every
/// paragraph: a few megabytes made for it would cost minutes and gigabytes.
/// </summary>
sealed class HtmlSize(ReadLimits limits, int characters)
{
    // Measuring at every element would cost more than parsing; so many beyond the limit do no harm.
    const int Step = 64;

    readonly long startBytes = GC.GetAllocatedBytesForCurrentThread();

    IElement? last;
    int count;

    /// <summary>Called for each new element, before it has its place; throws <see cref="UnreadableException"/> beyond a limit.</summary>
    public void Add(IElement element)
    {
        if (++count > limits.Elements)
            throw new UnreadableException($"more than {limits.Elements:N0} elements");
        if (count % Step == 0)
        {
            if (Depth(last) > limits.Depth)
                throw new UnreadableException($"elements nested more than {limits.Depth:N0} deep");
            // The parser does not tell of the formatting it repeats; memory does.
            if (GC.GetAllocatedBytesForCurrentThread() - startBytes > limits.PageBytes + (32L * characters))
                throw new UnreadableException("markup that multiplies when it is parsed");
        }
        last = element;
    }

    static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
            depth++;
        return depth;
    }
}
