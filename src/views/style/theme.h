#pragma once

#include <QColor>
#include <QFont>
#include <QObject>

/// The look of the console: colours, type and space as tokens. The only place with colour literals.
namespace finhub::views {

/// What a colour is for. The grounds are the quiet surfaces behind text of the same state.
enum class ColorRole {
    Window,
    Surface,
    Line,
    StrongLine,
    Text,
    Secondary,
    Accent,
    AccentGround,
    Good,
    GoodGround,
    Soon,
    SoonGround,
    Bad,
    BadGround,
    DocumentGround
};

/// The type scale: 18, 13 and 11 pixels for a system font of up to 13 pixels, and in the same proportion
/// above.
enum class TextSize { Title, Body, Small };

/// Distances and sizes in logical pixels.
namespace metric {
inline constexpr int Tight = 4;
inline constexpr int Small = 8;
inline constexpr int Medium = 12;
inline constexpr int Large = 16;
inline constexpr int Wide = 24;
inline constexpr int Row = 34;
inline constexpr int TwoLineRow = 48;
inline constexpr int Bar = 44;
inline constexpr int LowBar = 36;
inline constexpr int Control = 30;
inline constexpr int Radius = 6;
inline constexpr int ChipRadius = 10;
inline constexpr int FocusRing = 2;
} // namespace metric

/// One set of tokens, light or dark. Immutable; GUI thread.
class Theme {
public:
    /// The theme that everything is painted with now; light until a ThemeManager says otherwise.
    static const Theme& current();
    static const Theme& light();
    static const Theme& dark();

    bool isDark() const { return m_dark; }
    QColor color(ColorRole role) const;
    /// The colour of text and signs on a filled ground of Accent, Good, Soon or Bad.
    QColor onFilled() const { return color(ColorRole::Surface); }
    /// Bars that stand for what is still loading.
    QColor skeleton() const;
    /// The shade that a page throws on the ground behind it.
    QColor shadow() const;

    /// The system's font at a size of the scale, weight 400 or, when strong, 600.
    static QFont font(TextSize size, bool strong = false);

private:
    friend class ThemeManager;
    explicit Theme(bool dark)
        : m_dark(dark)
    {
    }
    static void setCurrent(const Theme& theme);

    bool m_dark = false;
};

/// Dresses the application: Fusion, palette, font and a style sheet, all from the tokens. One for a program,
/// made after QApplication by the composition root and living until it ends.
///
/// Widgets may carry these dynamic properties, in code or in a form:
/// - `kind` of a button: `primary`, `good`, `danger`, `flat`, `pill`; without one it is a secondary button;
/// - `textSize` of a label: `title`, `small`; `strong`: true;
/// - `invalid` of a line or text edit: true gives it a red line;
/// - `ink` of a label: `secondary`, `accent`, `good`, `soon`, `bad`;
/// - `pane` of a widget: `surface`, `window`, `document` fill it; `bar` is a surface with a line below,
///   `footer` one with a line above, `side` one with a line after it.
class ThemeManager : public QObject {
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    explicit ThemeManager(QObject* parent = nullptr);
    ~ThemeManager() override;

    /// The manager of this program, nullptr before it is made.
    static ThemeManager* instance();

    Mode mode() const { return m_mode; }
    /// System follows the desktop's palette, also when it changes while the program runs. (Qt 6.4 cannot ask
    /// for the colour scheme; a dark system palette is what counts as dark.)
    void setMode(Mode mode);

    /// Whether things should not move: set here, or the desktop has animations off.
    static bool motionReduced();
    void setMotionReduced(bool reduced);

Q_SIGNALS:
    /// Theme::current() is another one. Widgets have been repolished and repaint by themselves.
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply();
    void readSystem();

    Mode m_mode = Mode::System;
    bool m_systemDark = false;
    bool m_applying = false;
    bool m_motionReduced = false;
};

} // namespace finhub::views
