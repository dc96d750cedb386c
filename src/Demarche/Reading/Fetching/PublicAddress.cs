using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace Demarche.Reading.Fetching;

/// <summary>Which addresses are on the open internet (IANA special-purpose registries, RFC 6890): all others are somebody's own network.</summary>
static class PublicAddress
{
    static readonly (uint Network, int Bits)[] Special =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24), (0xC0000200, 24), (0xC0586300, 24),
        (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return IsPublic(BinaryPrimitives.ReadUInt32BigEndian(bytes));
        // Only 2000::/3 is given out; within it, Teredo, 6to4 and documentation are roundabout ways to other addresses or to none.
        var start = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        if (start == 0x0064FF9B)
            return IsPublic(BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]));
        return start >> 29 == 1 && start >> 16 != 0x2002 && start != 0x20010000 && start != 0x20010DB8 && start >> 20 != 0x3FF;
    }

    static bool IsPublic(uint address)
    {
        foreach (var (network, bits) in Special)
            if ((address ^ network) >> 32 - bits == 0)
                return false;
        return true;
    }
}
