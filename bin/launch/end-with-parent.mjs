// Loaded into every process that the launcher starts, and into those that they start. The channel to the parent
// closes when that dies, even of SIGKILL; its children must not go on alone then.
if (process.channel !== undefined) {
  process.once("disconnect", () => {
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 5000).unref();
    process.kill(process.pid, "SIGTERM");
  });
}
