using Touchstone.Bench;

// Each benchmark is one file and one word: dotnet run -c Release --project bench/Touchstone.Bench -- data
return args switch
{
    ["data", var folder, ..] => DataBench.Run(folder),
    ["data"] => DataBench.Run(null),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Touchstone.Bench data [PACKAGE]   open a package cold and warm; without PACKAGE, $TOUCHSTONE_SHARED/market when set");
    return 2;
}
