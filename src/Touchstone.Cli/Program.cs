foreach (var (path, bytes) in Touchstone.Samples.SamplePackage.Files(int.Parse(args[1])))
{
    Directory.CreateDirectory(args[0]);
    File.WriteAllBytes(Path.Combine(args[0], path), bytes.AsSpan());
}
