System.Console.WriteLine("The virtual board.");
