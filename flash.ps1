# Flashes a board: ./flash.ps1 -Board esp32-devkitc [-Port COM5] [-WhatIf]; without arguments it prints all options.
# Everything is in tools/flash, which also runs without PowerShell: dotnet run --project tools/flash -- --board esp32-devkitc
# Written for PowerShell 5.1 and 7; not yet run, for want of a PowerShell.
# No param block: every name goes to the tool as it stands, -WhatIf too.

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('error: dotnet is not on the path.')
    [Console]::Error.WriteLine('next:  install the .NET 10 SDK from https://dotnet.microsoft.com/download and open a new window.')
    exit 3
}

$toolArguments = if ($args.Count -eq 0) { @('--help') } else { $args }
& dotnet run --project (Join-Path $PSScriptRoot 'tools/flash') -- $toolArguments
exit $LASTEXITCODE
