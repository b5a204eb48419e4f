#include "sandbox/routes/routetable.h"

namespace finhub::sandbox {

QList<Route> routeTable()
{
    return sessionRoutes() + categoryRoutes() + registrationRoutes() + verificationRoutes() + uploadRoutes() +
           decisionRoutes() + consentRoutes() + activationRoutes() + extensionRoutes() + directoryRoutes() +
           caseReadRoutes() + contentRoutes() + timelineRoutes() + webhookRoutes() + deliveryRoutes() +
           consentTemplateRoutes();
}

} // namespace finhub::sandbox
