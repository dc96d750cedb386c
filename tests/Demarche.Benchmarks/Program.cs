using System.Globalization;
using Demarche.Benchmarks;

switch (args)
{
    case ["language", var repository, var data]:
        return LanguageBenchmark.Run(repository, data);
    case ["crawl", var repository, var pages, var size] when double.TryParse(size, CultureInfo.InvariantCulture, out var gigabytes):
        return CrawlBenchmark.Run(repository, pages, gigabytes);
}
Console.Error.WriteLine("""
    usage: dotnet run -c Release --project tests/Demarche.Benchmarks -- language REPOSITORY DATA
           dotnet run -c Release --project tests/Demarche.Benchmarks -- crawl REPOSITORY PAGES GIGABYTES
      REPOSITORY  folder with data/ and models/
      DATA        folder of the development data; the baseline is trained on its treebank first (a few minutes)
      PAGES       folder of pages, HTML or HTML in gzip; a web archive of so many gigabytes is made of them while it is read
    """);
return 2;
