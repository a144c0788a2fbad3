const { app, BrowserWindow } = require('electron');

// The least that Electron can show: what the cabin's launch is compared with.
app.whenReady().then(() => new BrowserWindow({ width: 1920, height: 1080 }).loadFile('index.html'));
