using Haip.Board;
using Haip.Core.Display;
using Iot.Device.Ssd13xx;

namespace Haip.Firmware.Platform
{
    /// <summary>The status display: an SSD1306 of 128 x 64 pixels on the house bus.</summary>
    /// <remarks>
    /// Not a safety function. Of the binding only DrawDirectAligned and Display are used: DrawString draws pixel by pixel, which an
    /// interpreter does slowly, and SendCommand and SendData overwrite the picture and send all of it. Display keeps the bus for
    /// 100 ms (1,080 bytes at 100 kHz), so a step belongs between packets; the next tick comes late by that much, which the
    /// watchdog's window allows.
    /// </remarks>
    public sealed class OledDisplay
    {
        private const int RowHeight = 8;

        private readonly NanoI2cBus _bus;
        private readonly byte[] _row = new byte[StatusScreen.RowPixels];
        private readonly byte[] _probe = new byte[1];
        private Ssd1306 _panel;

        public OledDisplay(NanoI2cBus house)
        {
            _bus = house;
        }

        /// <summary>One step: a row into the binding's picture, or the finished picture into the display.</summary>
        /// <remarks>A display that does not answer is set up afresh when it does.</remarks>
        public void Draw(StatusScreen screen)
        {
            // The binding looks at no status: an absent display would be drawn in vain.
            if (!_bus.Read(BusAddresses.Display, _probe, _probe.Length))
            {
                _panel = null;
                return;
            }

            if (_panel == null)
            {
                _panel = new Ssd1306(_bus.Device(BusAddresses.Display));
                screen.Redraw();
            }

            if (screen.NextRow < StatusScreen.Rows)
            {
                int top = screen.NextRow * RowHeight;
                screen.TakeRow(_row);
                _panel.DrawDirectAligned(0, top, StatusScreen.RowPixels, RowHeight, _row);
                return;
            }

            _panel.Display();
            screen.Shown();
        }
    }
}
