using System.Collections.Generic;

namespace Haip.HostTests.ApiGate;

/// <summary>Small sources for every rule.</summary>
internal static class RuleExamples
{
    private const string Any = "Sample";
    private const string Core = "Haip.Core";

    public static IReadOnlyList<RuleExample> Rows { get; } =
    [
        new("generic", Any,
            "class Box<T> // bad\n{\n}",
            "class Box { }"),
        new("generic", Any,
            "static class Pick\n{\n    public static T Same<T>(T value) => value; // bad\n}",
            "static class Pick\n{\n    public static object Same(object value) => value;\n}"),
        new("generic", Any,
            "delegate T Maker<T>(); // bad",
            "delegate object Maker();"),

        new("multi-dim-array", Any,
            "class Grid\n{\n    public int[,] Cells; // bad\n}",
            "class Grid\n{\n    public int[][] Cells;\n}"),
        new("multi-dim-array", Any,
            "class Grid\n{\n    public int Sum(int size)\n    {\n        return new byte[size, size].Length; // bad\n    }\n}",
            "class Grid\n{\n    public int Sum(int size)\n    {\n        return new byte[size * size].Length;\n    }\n}"),

        new("default-interface-method", Any,
            "interface ILamp\n{\n    void Set(bool lit);\n    void Off() => Set(false); // bad\n}",
            "interface ILamp\n{\n    void Set(bool lit);\n    void Off();\n}"),

        new("checked", Any,
            "static class Sum\n{\n    public static int Of(int a, int b) => checked(a + b); // bad\n}",
            "static class Sum\n{\n    public static int Of(int a, int b) => a + b;\n}"),
        new("checked", Any,
            "static class Cut\n{\n    public static byte Of(int a) => checked((byte)a); // bad\n}",
            "static class Cut\n{\n    public static byte Of(int a) => (byte)a;\n}"),

        new("float-compare", Core,
            Tick("Mean = readings * 0.5; return Mean > 5; // bad", "double Mean;"),
            Tick("Mean = readings * 0.5; return readings > 10;", "double Mean;")),
        new("float-compare", Core,
            Tick("return readings == 1 || Below(readings, 2f);", "static bool Below(float a, float b) => a - 1 <= b; // bad"),
            Tick("return readings == 1 || Below(readings, 2);", "static bool Below(int a, int b) => a - 1 <= b;")),
        new("float-compare", Core,
            Tick("Mean = readings; return (readings > 0 ? Mean : -Mean) >= (readings > 1 ? 1f : 2f); // bad", "float Mean;"),
            Tick("Mean = readings; return (readings > 0 ? readings : -readings) >= (readings > 1 ? 1 : 2);", "float Mean;")),
        new("float-compare", Core,
            Tick("double twice; return 5 > (twice = readings * 2.0); // bad"),
            Tick("int twice; return 5 > (twice = readings * 2);")),
        new("float-compare", Core,
            Tick("return 5 > Table.Rows[readings].Limit; // bad") + "class Row { public double Limit; } static class Table { public static readonly Row[] Rows = { new Row() }; }",
            Tick("return 5 > Table.Rows[readings].Limit;") + "class Row { public int Limit; } static class Table { public static readonly Row[] Rows = { new Row() }; }"),
        new("float-compare", Core,
            Tick("return 5 > (double)Last; // bad", "object Last;"),
            Tick("return 5 > (int)Last;", "object Last;")),
        new("float-compare", Core,
            "static class Order\n{\n    public static bool Is(double a, double b)\n    {\n        return a.CompareTo(b) > 0; // bad\n    }\n}\n" + Tick("return true;"),
            "static class Order\n{\n    public static bool Is(int a, int b)\n    {\n        return a > b;\n    }\n}\n" + Tick("return true;")),

        new("static-order", Any,
            "static class Rows\n{\n    public static readonly int[] All = { 1, 2 };\n}\nstatic class Count\n{\n    public static readonly int Of = Rows.All.Length; // bad\n}",
            "static class Rows\n{\n    public static readonly int[] All = { 1, 2 };\n    public static readonly int Of = All.Length;\n}\nstatic class Count\n{\n    public const int Of = 2;\n    public static readonly int Twice = 2 * Of;\n}"),
        new("static-order", Any,
            "static class Table\n{\n    static readonly int s_first = int.Parse(\"1\");\n    public static int First() => s_first; // bad\n}\nclass Reader\n{\n    static readonly Reader s_only = new Reader();\n    public readonly int First = Table.First();\n    public static Reader Only => s_only;\n}",
            "static class Table\n{\n    static readonly int s_first = int.Parse(\"1\");\n    public static int First() => s_first;\n}\nclass Reader\n{\n    static readonly Reader s_only = new Reader();\n    public readonly int First = 1;\n    public static Reader Only => s_only;\n    public int Again() => Table.First();\n}"),
        new("static-order", Any,
            "static class Outer\n{\n    public static readonly int Value = Inner.Get();\n    static class Inner\n    {\n        static readonly int s_value = int.Parse(\"1\");\n        public static int Get() => s_value; // bad\n    }\n}",
            "static class Outer\n{\n    static readonly int s_value = int.Parse(\"1\");\n    public static readonly int Value = Inner.Get();\n    static class Inner\n    {\n        public static int Get() => s_value;\n    }\n}"),
        new("static-order", Any,
            "delegate int Judge();\nstatic class Rows\n{\n    public static readonly Judge[] All = { () => 1 };\n}\nstatic class Sum\n{\n    public static readonly Judge First = Rows.All[0]; // bad\n}",
            "delegate int Judge();\nstatic class Rows\n{\n    public static readonly Judge[] All = { () => 1, () => Sum.One };\n}\nstatic class Sum\n{\n    public static readonly int One = int.Parse(\"1\");\n}"),

        new("tick-root", Core,
            "namespace Haip.Core\n{\n    public class Pump // bad\n    {\n        public void Beat() { }\n    }\n}",
            Tick("return true;")),

        new("tick-text", Core, Tick("Note = \"tick\"; return true; // bad", "string Note;"), Tick("return true;", "string Note = \"start\";")),
        new("tick-text", Core, Tick("Note = readings.ToString(); return true; // bad", "string Note;"), Tick("Note = null; return true;", "string Note;")),
        new("tick-text", Core,
            Tick("switch (Note) // bad\n{\ncase Names.First: return true;\ncase Names.Second: return false;\n}\nreturn true;", "string Note;") + "static class Names { public const string First = \"a\"; public const string Second = \"b\"; }",
            Tick("switch (readings)\n{\ncase Names.First: return true;\ncase Names.Second: return false;\n}\nreturn true;") + "static class Names { public const int First = 1; public const int Second = 2; }"),

        new("tick-foreach", Core,
            Tick("foreach (object part in Parts) { if (part == this) { return true; } } // bad\nreturn false;", "System.Collections.ArrayList Parts;"),
            Tick("foreach (object part in Parts) { if (part == this) { return true; } }\nreturn false;", "object[] Parts;")),

        new("tick-allocation", Core, Tick("Last = new object(); return true; // bad", "object Last;"), Tick("Last = this; return true;", "object Last = new object();")),
        new("tick-allocation", Core, Tick("Last = new byte[2]; return true; // bad", "byte[] Last;"), Tick("Last[0] = 1; return true;", "byte[] Last = new byte[2];")),
        new("tick-allocation", Core, Tick("Last = readings; return true; // bad", "object Last;"), Tick("Last = readings; return true;", "int Last;")),
        new("tick-allocation", Core,
            Tick("Last = () => readings; return true; // bad", "Judge Last;") + "delegate int Judge();",
            Tick("return Last() == 1;", "Judge Last = () => 1;") + "delegate int Judge();"),
        new("tick-allocation", Core, Tick("Last = System.BitConverter.GetBytes(readings); return true; // bad", "byte[] Last;"), Tick("Last = Own(); return true;", "byte[] Last; byte[] Own() => Last;")),
        new("tick-allocation", Core, Tick("Last = Data.Clone(); return true; // bad", "object Last; byte[] Data;"), Tick("Last = Data; return true;", "object Last; byte[] Data;")),
        new("tick-allocation", Core, Tick("return Sum(1, readings) == 2; // bad", "static int Sum(params int[] all) => all.Length;"), Tick("return Sum(1, readings) == 2;", "static int Sum(int a, int b) => a + b;")),
        new("tick-allocation", Core, Tick("Last = new System.Exception(); return true; // bad", "object Last;"), Tick("throw new System.Exception();")),
        new("tick-allocation", Core,
            "namespace Haip.Core\n{\n    public delegate object Maker();\n    public interface IPart { object Make(); }\n    public class Part : IPart\n    {\n        public object Make() => new object(); // bad\n    }\n    public class Pump\n    {\n        Maker _make;\n        public Pump(IPart part) { _make = part.Make; }\n        public bool Tick(int readings) => _make() == null;\n    }\n}\n",
            "namespace Haip.Core\n{\n    public delegate object Maker();\n    public interface IPart { object Make(); }\n    public class Part : IPart\n    {\n        public object Make() => this;\n    }\n    public class Pump\n    {\n        Maker _make;\n        public Pump(IPart part) { _make = part.Make; }\n        public bool Tick(int readings) => _make() == null;\n    }\n}\n"),
        new("tick-allocation", Core,
            Tick("throw new Far(new object()); // bad") + "class Far : System.Exception { public Far(object why) { } }",
            Tick("throw new Far(this);") + "class Far : System.Exception { public Far(object why) { } }"),

        new("tick-struct", Core,
            Tick("Last.A = readings;\nPair pair = Last; // bad\nUse(ref pair); return pair.A == 1;", "Pair Last; static void Use(ref Pair pair) { }") + "struct Pair { public int A; }",
            Tick("Last.A = readings;\nSystem.TimeSpan span = Span;\nUse(ref Last); Span = span; return true;", "System.TimeSpan Span; Pair Last; static void Use(ref Pair pair) { }") + "struct Pair { public int A; }"),
        new("tick-struct", Core,
            Tick("return Is(ref Last);", "Pair Last; static bool Is(ref Pair pair) => By(pair); static bool By(Pair pair) => pair.A == 1; // bad") + "struct Pair { public int A; }",
            Tick("return Is(ref Last);", "Pair Last; static bool Is(ref Pair pair) => pair.A == 1;") + "struct Pair { public int A; }"),
        new("tick-struct", Core,
            Tick("Last = new Pair(readings); return true; // bad", "Pair Last;") + "struct Pair { public int A; public Pair(int a) { A = a; } }",
            Tick("Last.A = readings; return true;", "Pair Last;") + "struct Pair { public int A; public Pair(int a) { A = a; } }"),
        new("tick-struct", Core,
            Tick("Last = Other; return true; // bad", "Pair Last; Pair Other;") + "struct Pair { public int A; }",
            Tick("Last.A = Other.A; return true;", "Pair Last; Pair Other;") + "struct Pair { public int A; }"),
        new("tick-struct", Core,
            Tick("All[0] = All[1]; return true; // bad", "Pair[] All;") + "struct Pair { public int A; }",
            Tick("All[0].A = All[1].A; return true;", "Pair[] All;") + "struct Pair { public int A; }"),
    ];

    /// <summary>A Core of one pump.</summary>
    private static string Tick(string body, string members = "") =>
        $"namespace Haip.Core\n{{\n    public class Pump\n    {{\n        {members}\n        public bool Tick(int readings)\n        {{\n            {body}\n        }}\n    }}\n}}\n";
}
