using System.Text;

namespace Demarche.Tests.Reading.Archives;

/// <summary>Writes web archives for tests.</summary>
static class Warc
{
    public static byte[] Record(string type, string? url, byte[] block, string version = "1.1", string date = "2024-03-05T11:22:33Z", string more = "")
    {
        var header = $"WARC/{version}\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: {date}\r\n"
            + (url is null ? "" : version == "1.0" ? $"WARC-Target-URI: <{url}>\r\n" : $"WARC-Target-URI: {url}\r\n")
            + $"{more}Content-Length: {block.Length}\r\n\r\n";
        return [.. Encoding.UTF8.GetBytes(header), .. block, .. "\r\n\r\n"u8];
    }

    public static byte[] Response(string url, string type, byte[] body, string headers = "", int status = 200) =>
        Record("response", url, [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n{headers}\r\n"), .. body]);

    public static byte[] Page(string sentence) => Encoding.UTF8.GetBytes($"<html><head><title>Border</title></head><body><h1>Border</h1><p>{sentence}</p><p>{Further}</p></body></html>");

    public const string Further = "Nobody was hurt in the town, which lies on the river, its mayor told reporters in the capital.";
}
