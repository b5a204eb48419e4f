#pragma once

#include "core/enums.h"
#include "sandbox/store/keptrecord.h"

#include <QDate>
#include <QString>

#include <optional>

namespace finhub::sandbox {

/// 2.14: the text of one version of a consent.
struct ConsentTemplate {
    QString id;
    ConsentType type = ConsentType::Unknown;
    QString version;
    QDate effectiveDate;
    QString title;
    QString body;
    QString locale;       ///< empty when it was not said
    qint64 place = 0;     ///< counts up with every template that is created
    qint64 activated = 0; ///< counts up with every template that is put in force
};

/// 2.14 and R22: `TERMS`, `PRIVACY`, `DATA_PROCESSING`.
QString templateTypeName(ConsentType type);
/// Unknown for every other text.
ConsentType templateTypeOf(const QString& name);

/// The record that the store keeps of a template.
KeptRecord recordOf(const ConsentTemplate& consent);
std::optional<ConsentTemplate> templateOf(const KeptRecord& record);
QString templateKind();

} // namespace finhub::sandbox
