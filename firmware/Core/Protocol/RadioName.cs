namespace Haip.Core.Protocol
{
    /// <summary>What people choose from in their browser: two pumps in a room differ in the last four characters of their serial numbers.</summary>
    /// <remarks>
    /// Eight characters are what is left of an advertisement's 31 bytes beside flags (3), the service (18) and the name's own head (2): all of it is in one
    /// packet, whichever part the platform puts first. Nothing of the patient, and no proof of anything: Identity has the whole number.
    /// </remarks>
    public static class RadioName
    {
        public const int Length = 8;

        private const string Kind = "HAIP";

        /// <summary>Makes text: for the start.</summary>
        public static string Of(SecretStore secret)
        {
            if (!secret.Installed)
            {
                return Kind;
            }

            var letters = new char[Length];

            for (int i = 0; i < Length; i++)
            {
                letters[i] = i < Kind.Length ? Kind[i] : (char)secret.Serial[SecretStore.SerialLength - Length + i];
            }

            return new string(letters);
        }
    }
}
