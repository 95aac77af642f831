namespace Touchstone.Views;

/// <summary>A column of a table of text.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="IsNumber">Whether it is set to the right.</param>
internal sealed record TextColumn(string Title, bool IsNumber = false);
