using Demarche.Benchmarks;

if (args is ["language", var repository, var data])
    return LanguageBenchmark.Run(repository, data);
Console.Error.WriteLine("""
    usage: dotnet run -c Release --project tests/Demarche.Benchmarks -- language REPOSITORY DATA
      REPOSITORY  folder with data/ and models/
      DATA        folder of the development data; the baseline is trained on its treebank first (a few minutes)
    """);
return 2;
