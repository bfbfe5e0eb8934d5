import './styles/base.css';
import './styles/layout.css';
import './styles/controls.css';
import './styles/alarms.css';
import './styles/curves.css';
import './styles/card.css';
