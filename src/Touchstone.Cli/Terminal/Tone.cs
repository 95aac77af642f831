namespace Touchstone.Cli.Terminal;

/// <summary>What a piece of text conveys; colour follows from it, and the words say it too.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Muted,
    Good,
    Caution,
    Bad,
}
