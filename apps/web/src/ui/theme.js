// Before the first paint: what this device remembers of how pages look.
try {
  for (const name of ["theme", "dates"]) {
    const value = localStorage.getItem(name);
    if (value) document.documentElement.dataset[name] = value;
  }
} catch {
  // Without storage the system's preference holds.
}
