using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Touchstone.Web.Assets;
using Touchstone.Web.Checking;
using Touchstone.Web.Components;
using Touchstone.Web.Components.Parts;
using Touchstone.Web.Rest;
using Touchstone.Web.Safety;
using Touchstone.Web.Snapshots;

namespace Touchstone.Web;

/// <summary>The pages and the REST interface over one data package.</summary>
public static class Server
{
    /// <summary>Makes a server that is ready to start.</summary>
    /// <param name="options">What is served, where, and to whom.</param>
    /// <returns>The server. Its addresses are known once it has started.</returns>
    /// <exception cref="Data.InvalidPackageException">The folder holds no package that can be used.</exception>
    /// <remarks>It takes nothing from the environment or from files of settings: what is listened on and who may ask is what <paramref name="options"/> says.</remarks>
    public static WebApplication Create(ServeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsLoopback && options.Token is null)
        {
            throw new ArgumentException("Beyond this machine a token is demanded.", nameof(options));
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Server).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.MostBodyBytes;
            kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
            kestrel.Listen(options.Listen ?? IPAddress.Loopback, options.Port);
        });
        AddLog(builder.Logging, options.Verbose);
        AddServices(builder.Services, options);
        var app = builder.Build();

        // Read now: a package that cannot be used is told at the start, not to the first visitor.
        app.Services.GetRequiredService<PackageStore>();
        app.UseMiddleware<SafeHeaders>();
        app.UseMiddleware<Faults>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<StatedLength>();
        app.UseRouting();
        app.UseMiddleware<TokenGuard>();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAntiforgery();
        app.UseMiddleware<KeptPages>();
        app.MapAssets();
        app.MapApi();
        app.MapSignIn();
        app.MapCheckFiles();
        app.MapPageParts();
        app.MapRazorComponents<App>();
        return app;
    }

    private static void AddLog(ILoggingBuilder log, bool verbose)
    {
        log.AddSimpleConsole(console => console.SingleLine = true);
        log.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        log.SetMinimumLevel(verbose ? LogLevel.Information : LogLevel.Warning);

        // It warns that keys are kept nowhere, which is what is wanted.
        log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static void AddServices(IServiceCollection services, ServeOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton<PackageStore>();
        services.AddHostedService(provider => provider.GetRequiredService<PackageStore>());

        // One look a request: whatever it asks, it asks of one package.
        services.AddScoped(provider => provider.GetRequiredService<PackageStore>().State);
        services.AddScoped(provider => provider.GetRequiredService<PackageState>().Snapshot);
        services.AddRouting();

        // Names stay as they are written; what HTML could act on is escaped all the same.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddMetrics();
        services.AddSingleton<WebMeter>();
        services.AddSingleton<FinishedAnswers>();
        services.AddSingleton<TokenCheck>();
        services.AddRateLimiter(limiter => Crowding.Set(limiter, options.Limits));
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = options.Limits.LongTime, TimeoutStatusCode = StatusCodes.Status408RequestTimeout });
        services.AddOpenApi(document => document.AddDocumentTransformer<ApiDocument>().AddOperationTransformer<ApiDocument>());
        services.AddRazorComponents();
        services.AddAntiforgery(forgery => forgery.Cookie.Name = "touchstone-form");

        // Keys of this process only: nothing is written to the disk, and a form outlives no restart.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
    }
}
