#pragma once

#include <QList>
#include <QString>

namespace finhub::views {

/// What one word of the contract means: an error word (1.4) or a reason code (section 5).
struct HelpTopic {
    enum class Kind { Error, Reason };

    Kind kind = Kind::Error;
    QString code;  ///< as the server says it
    QString title; ///< what people call it
    QString meaning;
    QString toDo;
};

/// Every error word in the order of the contract, then every reason code in the order of the catalogue.
const QList<HelpTopic>& helpTopics();
/// nullptr for a word that the contract does not have.
const HelpTopic* findTopic(const QString& code);

} // namespace finhub::views
