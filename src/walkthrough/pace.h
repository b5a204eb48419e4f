#pragma once

#include <QString>

#include <chrono>

namespace finhub::walkthrough {

/// How fast a walkthrough is played.
struct Pace {
    std::chrono::milliseconds poll{20};   ///< between two looks at the conditions
    std::chrono::milliseconds perStep{0}; ///< shown before the step acts, whatever the caption's length
    std::chrono::milliseconds perWord{0}; ///< and this for every word of the caption
    std::chrono::milliseconds perKey{0};  ///< between two typed characters

    /// For pictures: nobody reads along.
    static Pace fast();
    /// For people: about 200 words a minute.
    static Pace forReading();

    std::chrono::milliseconds readingTime(const QString& caption) const;
};

} // namespace finhub::walkthrough
