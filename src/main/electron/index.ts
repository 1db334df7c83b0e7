import "electron"
