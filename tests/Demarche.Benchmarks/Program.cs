using System.Globalization;
using Demarche.Benchmarks;

switch (args)
{
    case ["language", var repository, var data]:
        return LanguageBenchmark.Run(repository, data, share: 1);
    case ["language", var repository, var data, var share] when int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0:
        return LanguageBenchmark.Run(repository, data, every);
    case ["coding", var repository]:
        return CodingBenchmark.Run(repository);
    case ["crawl", var repository, var pages, var size] when double.TryParse(size, CultureInfo.InvariantCulture, out var gigabytes):
        return CrawlBenchmark.Run(repository, pages, gigabytes);
    case ["duplicates", var store, var count] when int.TryParse(count, CultureInfo.InvariantCulture, out var articles) && articles >= 10_000:
        return DuplicateBenchmark.Run(store, articles);
    case ["growth", var repository, var store, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var articles):
        return GrowthBenchmark.Run(repository, store, articles);
    case ["measures", var repository, var store]:
        return MeasuresBenchmark.Run(repository, store);
    case ["changes", var repository, var seeds] when int.TryParse(seeds, NumberStyles.None, CultureInfo.InvariantCulture, out var streams):
        return ChangesBenchmark.Run(repository, streams);
    case ["reading", var repository, var data]:
        return ReadingBenchmark.Run(repository, data);
    case ["mutations", var repository, var folder, var count] when int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var mutants):
        return MutationRun.Run(repository, folder, mutants);
}
Console.Error.WriteLine("""
    usage: dotnet run -c Release --project tests/Demarche.Benchmarks -- language REPOSITORY DATA [SHARE]
           dotnet run -c Release --project tests/Demarche.Benchmarks -- coding REPOSITORY
           dotnet run -c Release --project tests/Demarche.Benchmarks -- crawl REPOSITORY PAGES GIGABYTES
           dotnet run -c Release --project tests/Demarche.Benchmarks -- duplicates STORE ARTICLES
           dotnet run -c Release --project tests/Demarche.Benchmarks -- growth REPOSITORY STORE ARTICLES
           dotnet run -c Release --project tests/Demarche.Benchmarks -- reading REPOSITORY DATA
           dotnet run -c Release --project tests/Demarche.Benchmarks -- measures REPOSITORY STORE
           dotnet run -c Release --project tests/Demarche.Benchmarks -- changes REPOSITORY STREAMS
           dotnet run -c Release --project tests/Demarche.Benchmarks -- mutations REPOSITORY PAGES COUNT
      REPOSITORY  folder with data/ and models/
      DATA        folder of the development data; the baseline of `language` is trained on its treebank (a few minutes)
      SHARE       the baseline learns from every so many-th document only (10: a few seconds; as fast, but worse)
      STORE       a file to be made, or postgres://...; as many generated articles are linked and kept in it
      STREAMS     so many streams of 100,000 generated events, each from its own seed
      PAGES       folder of pages, HTML or HTML in gzip; a web archive of so many gigabytes is made of them while it is read
      STORE       a file that is not there yet; so many thousands of articles are filed in it
    """);
return 2;
