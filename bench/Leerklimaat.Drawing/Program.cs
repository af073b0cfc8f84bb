using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Leerklimaat.Drawing;

// In this process: the default would build a project of its own, which has none of our settings.
BenchmarkRunner.Run<DrawingRegions>(DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)), args);
