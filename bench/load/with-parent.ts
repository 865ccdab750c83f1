// Loaded before a process of the bot: it ends with the measurement, however that ends.
process.on('disconnect', () => process.exit(1));
// Else it would keep the process from ending by itself.
process.channel?.unref();
