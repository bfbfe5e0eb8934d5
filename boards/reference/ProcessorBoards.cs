namespace Haip.Board
{
    /// <summary>Every processor board that carries the reference board. To add one: its pins, its board.json, a line here.</summary>
    public static class ProcessorBoards
    {
        /// <summary>Made when asked for: of all boards, a pump needs one, once.</summary>
        public static PinMap[] All() => new[] { Esp32DevKitCPins.Create(), Esp32S3DevKitCPins.Create() };

        /// <summary>The board that runs this nanoFramework image.</summary>
        /// <returns>Null when no board here does: nobody knows then what its pins are wired to, and none may be driven.</returns>
        public static PinMap Find(string targetName)
        {
            PinMap[] boards = All();

            for (int i = 0; i < boards.Length; i++)
            {
                for (int j = 0; j < boards[i].Targets.Length; j++)
                {
                    if (boards[i].Targets[j] == targetName)
                    {
                        return boards[i];
                    }
                }
            }

            return null;
        }
    }
}
