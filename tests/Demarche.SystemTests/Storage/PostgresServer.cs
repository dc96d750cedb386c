using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Demarche.SystemTests.Storage;

[assembly: AssemblyFixture(typeof(PostgresServer))]

namespace Demarche.SystemTests.Storage;

/// <summary>A PostgreSQL server of our own, started when a test first asks for it and stopped at the end.</summary>
public sealed class PostgresServer : IDisposable
{
    readonly Lazy<string> folder;
    int port;
    bool isRunning;

    public PostgresServer() => folder = new(Start);

    /// <summary>The store of that name, which the first use makes. Skips the test where PostgreSQL is not installed.</summary>
    public string AddressOf(string name)
    {
        _ = Settings;
        return $"postgres://demarche@127.0.0.1:{port}/postgres?schema={name}";
    }

    /// <summary>As the driver wants them.</summary>
    public string Settings
    {
        get
        {
            Assert.SkipWhen(Programs is null, "PostgreSQL is not installed: apt-get install postgresql");
            _ = folder.Value;
            return $"Host=127.0.0.1;Port={port};Username=demarche;Database=postgres;Pooling=false";
        }
    }

    static string? Programs { get; } = Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Max(StringComparer.Ordinal)
        : null;

    string Start()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }
        var made = Directory.CreateTempSubdirectory("demarche-postgres-").FullName;
        if (Environment.IsPrivilegedProcess)
            Run("chown", "postgres", made);
        RunAsUser("initdb", "-D", made + "/data", "-U", "demarche", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        Control(made, "start");
        isRunning = true;
        return made;
    }

    /// <summary>Ends the server as a crash would, with every connection.</summary>
    public void Crash()
    {
        Control(folder.Value, "stop", "-m", "immediate");
        isRunning = false;
    }

    public void Restart()
    {
        Control(folder.Value, "start");
        isRunning = true;
    }

    // What the tests end is a client or the server, never the machine: without waiting for the disk they run in a fraction of the time.
    void Control(string made, params string[] command) => RunAsUser(
        "pg_ctl", ["-D", made + "/data", "-l", made + "/log", "-w", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={made} -c fsync=off", .. command]);

    // The server refuses to run as root.
    static void RunAsUser(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs!, program);
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    static void Run(string program, params string[] arguments)
    {
        // The server outlives the program that starts it, and would keep a pipe open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    public void Dispose()
    {
        if (!folder.IsValueCreated)
            return;
        if (isRunning)
            Crash();
        Directory.Delete(folder.Value, recursive: true);
    }
}
