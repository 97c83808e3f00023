// Stands for what a provider's process never uses of Pulumi's SDK, and would load for 250 ms.
module.exports = {};
