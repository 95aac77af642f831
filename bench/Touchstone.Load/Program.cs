using System.Globalization;
using Touchstone.Load;

// Serves a package from a process of its own and asks it as many readers would. Bounded in time; ends what it starts.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string Option(string name, string usual) => args.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault() ?? usual;
var root = ServedPackage.RepositoryRoot();
var data = Option("--data", Path.Combine(root, "samples", "harbour"));
var article = await File.ReadAllTextAsync(Option("--article", Path.Combine(root, "samples", "harbour", "article.md")));
var seconds = int.Parse(Option("--seconds", "60"), CultureInfo.InvariantCulture);
var checks = int.Parse(Option("--checks", "10000"), CultureInfo.InvariantCulture);

var published = Option("--published", "2025-03-01");
Console.WriteLine($"{Environment.ProcessorCount} processors, load {Machine.Load()} before; package {Path.GetFileName(data)}, article of {article.Length} characters");
for (var i = 0; i < 5; i++)
{
    var (served, firstPage) = await ServedPackage.StartAsync(root, data);
    await using (served)
    {
        Console.WriteLine($"start to first page: {firstPage.TotalMilliseconds:0} ms");
    }
}

var (server, _) = await ServedPackage.StartAsync(root, data);
await using (server)
{
    using var readers = new Readers(server.Address, connections: 64);
    var addresses = await Addresses.OfAsync(readers.Client, article, published);
    await readers.RunAsync(addresses.Reads, TimeSpan.FromSeconds(Math.Min(5, seconds)));
    await readers.CountAsync(addresses.Checks, 32);
    Console.WriteLine($"mixed reads, 64 connections, {seconds} s");
    Report.Write(await readers.RunAsync(addresses.Reads, TimeSpan.FromSeconds(seconds)));
    using var checker = new Readers(server.Address, connections: 1);
    Console.WriteLine($"checks on one connection, nothing else, {seconds / 4} s");
    Report.Write(await checker.RunAsync(addresses.Checks, TimeSpan.FromSeconds(seconds / 4)));
    Console.WriteLine($"checks on one connection, the day of publication given, {seconds / 4} s");
    Report.Write(await checker.RunAsync(addresses.DatedChecks, TimeSpan.FromSeconds(seconds / 4)));
    Console.WriteLine($"mixed reads on 64 connections and checks on one more, {seconds} s");
    var both = await Task.WhenAll(readers.RunAsync(addresses.Reads, TimeSpan.FromSeconds(seconds)), checker.RunAsync(addresses.Checks, TimeSpan.FromSeconds(seconds)));
    Report.Write([.. both.SelectMany(outcomes => outcomes)]);
    Console.WriteLine($"memory over {checks} checks, each of another text; one in ten has to find its day");
    using var checkers = new Readers(server.Address, connections: 4);
    Kind[] mixed = [.. Enumerable.Repeat(addresses.DatedChecks[0], 9), addresses.Checks[0]];
    for (var done = 0; done <= checks; done += checks / 5)
    {
        Console.WriteLine($"  after {done,6}: {server.Megabytes()} MB resident");
        if (done < checks)
        {
            await checkers.CountAsync(mixed, checks / 5);
        }
    }
}

Console.WriteLine($"load {Machine.Load()} after");
